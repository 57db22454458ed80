/// A row of a list that could not be read; the other rows are not affected.
public struct BadRow: Hashable, Sendable {
    /// The row's index in the answer, from 0.
    public var index: Int
    /// The row's own id, if it has one.
    public var id: String?
    /// The field and what is wrong with it; never a value.
    public var problem: ShapeProblem

    /// Creates a bad row.
    public init(index: Int, id: String? = nil, problem: ShapeProblem) {
        self.index = index
        self.id = id
        self.problem = problem
    }
}
