import FoundationEssentials

/// A value in an order: numbers as numbers, times as times, texts without regard to the case of letters.
package enum SortValue: Hashable, Comparable, Sendable {
    /// A number, a duration or a point in time.
    case number(Double)
    /// A text in small letters.
    case text(String)
    /// Nothing is known.
    case unknown

    /// The value of a field.
    package init(_ value: QueryValue) {
        switch value {
        case .none: self = .unknown
        case .number(let number, _): self = number.isNaN ? .unknown : .number(number)
        case .time(let date): self = .number(date.timeIntervalSinceReferenceDate)
        case .texts(let texts):
            let text = texts.first { !$0.isEmpty } ?? ""
            self = text.isEmpty ? .unknown : Self.number(text).map { .number($0) } ?? .text(text.lowercased())
        }
    }

    /// The bytes that its text takes.
    package var bytes: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .number, .unknown: 0
        }
    }

    /// A number without the words that Double knows, such as `nan` and `0x1p3`.
    private static func number(_ text: String) -> Double? {
        guard text.utf8.count <= 400, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || signs.contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    private static let signs = Array(".eE+-".utf8)
}
