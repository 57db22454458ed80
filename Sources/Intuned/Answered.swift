public import FoundationEssentials

/// The answer to a call, and its time by the server's clock.
public struct Answered<Value: Sendable>: Sendable {
    /// The answer.
    public var value: Value
    /// The time in the answer's Date header; nil if the header is missing or unreadable.
    public var serverTime: Date?

    /// Combines an answer and its time.
    public init(value: Value, serverTime: Date? = nil) {
        self.value = value
        self.serverTime = serverTime
    }
}

extension Answered: Equatable where Value: Equatable {}

extension Answered: Hashable where Value: Hashable {}
