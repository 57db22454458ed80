/// A row of a list that could not be read; the other rows are none the worse for it.
public struct BadRow: Hashable, Sendable {
    /// The row's place in the answer, from 0.
    public var index: Int
    /// The row's own id, when it has one.
    public var id: String?
    /// The field and what is wrong with it, such as `status: missing`; never a value.
    public var problem: String

    /// Names a bad row.
    public init(index: Int, id: String? = nil, problem: String) {
        self.index = index
        self.id = id
        self.problem = problem
    }
}
