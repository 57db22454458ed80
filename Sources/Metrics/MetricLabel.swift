/// A label of a sample: its name and its value.
package struct MetricLabel: Hashable, Sendable {
    /// The most characters of a value.
    package static let longest = 200

    /// The label's name.
    package let name: String
    /// The value, without control characters and at most `longest` characters long.
    package let value: String

    /// Creates a label; a mark replaces control characters, because a metric may be read on a terminal.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = Self.clean(value)
    }

    /// The text as the value of a label.
    package static func clean(_ text: String) -> String {
        var cleaned = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longest) { cleaned.append(isPrintable(scalar) ? scalar : "\u{FFFD}") }
        return String(cleaned)
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}
