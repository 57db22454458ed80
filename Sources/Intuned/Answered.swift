public import FoundationEssentials

/// What a call answered, and when by the server's clock.
public struct Answered<Value: Sendable>: Sendable {
    /// The answer.
    public var value: Value
    /// The time in the answer's Date header; nil without one that can be read.
    public var serverTime: Date?

    /// Puts an answer and its time together.
    public init(value: Value, serverTime: Date? = nil) {
        self.value = value
        self.serverTime = serverTime
    }
}

extension Answered: Equatable where Value: Equatable {}

extension Answered: Hashable where Value: Hashable {}
