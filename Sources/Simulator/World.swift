/// The content of the simulated platform.
package enum World: String, CaseIterable, Sendable {
    /// More than a dozen realistic jobs, with a run in every active status.
    case demo
    /// No jobs.
    case empty
    /// Every job fails, each in its own way.
    case failing
    /// A job with a hundred thousand runs, and a few others.
    case huge
    /// Jobs that each deserve another verdict, and healthy ones.
    case troubles
    /// Difficult text and values: control sequences, unknown words, wrong types, nulls, deep and long values.
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
        case .troubles: TroublesWorld.plans
        case .strange: StrangeWorld.plans
        case .files: FilesWorld.plans
        }
    }

    /// So many jobs of this world, all of them when no number is given; none of an empty world.
    func plans(_ count: Int?) -> [Plan] {
        let plans = plans
        guard let count, !plans.isEmpty else { return plans }
        return (0..<count).map { number in
            var plan = plans[number % plans.count]
            if number >= plans.count { plan.id += "-\(number / plans.count + 1)" }
            return plan
        }
    }

    /// The names of the verdicts that each job deserves when the simulator starts, by the job's id.
    package var deserved: [String: Set<String>] {
        Dictionary(plans.map { ($0.id, $0.deserves) }) { first, _ in first }
    }
}
