import FoundationEssentials
import Intuned

/// The values of fields; what is unknown is `null`.
extension JSONValue {
    /// A text.
    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A whole number.
    static func count(_ count: Int?) -> JSONValue { count.map { .number("\($0)") } ?? .null }

    /// A number with at most three places after the point.
    static func decimal(_ number: Double?) -> JSONValue {
        guard let number, number.isFinite, abs(number) < 1e15 else { return .null }
        let thousandths = Int64((number * 1000).rounded())
        guard thousandths % 1000 != 0 else { return .number("\(thousandths / 1000)") }
        return .number("\(Double(thousandths) / 1000)")
    }

    /// A point in time, in UTC (RFC 3339).
    static func time(_ date: Date?) -> JSONValue { date.map { .string(Timestamp($0).text) } ?? .null }

    /// A point in time of the platform; its own text where that cannot be read.
    static func time(_ timestamp: Timestamp?) -> JSONValue {
        guard let timestamp else { return .null }
        return timestamp.date.map { .time($0) } ?? .string(timestamp.text)
    }

    /// A list of texts.
    static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    /// The value with its secrets readable.
    var revealed: JSONValue {
        switch self {
        case .secret(let secret): .string(secret.reveal())
        case .array(let elements): .array(elements.map(\.revealed))
        case .object(let members): .object(members.map { Member(name: $0.name, value: $0.value.revealed) })
        case .null, .bool, .number, .string: self
        }
    }
}
