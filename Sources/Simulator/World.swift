/// What the simulated platform is filled with.
package enum World: String, CaseIterable, Sendable {
    /// A dozen and more believable jobs, with a run under way in every active status.
    case demo
    /// No job at all.
    case empty
    /// Every job fails, each in its own way.
    case failing
    /// A job with a hundred thousand runs, and a few others.
    case huge
    /// Text and values that hurt: control sequences, unknown words, wrong types, nulls, deep and long values.
    case strange
    /// Results files of every format and size.
    case files

    /// The jobs of this world.
    var plans: [Plan] {
        switch self {
        case .demo: DemoWorld.plans
        case .empty: []
        case .failing: FailingWorld.plans
        case .huge: HugeWorld.plans
        case .strange: StrangeWorld.plans
        case .files: FilesWorld.plans
        }
    }
}
