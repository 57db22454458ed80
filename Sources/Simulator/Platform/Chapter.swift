/// A part of a job's life in which it was otherwise: another configuration, other items, another fate.
struct Chapter: Sendable {
    /// The runs, by ordinal.
    var runs: Range<Int>
    /// What is different.
    var change: @Sendable (inout Plan) -> Void

    /// The runs from an ordinal on.
    static func from(_ ordinal: Int, _ change: @escaping @Sendable (inout Plan) -> Void) -> Chapter {
        Chapter(runs: ordinal..<Int.max, change: change)
    }
}
