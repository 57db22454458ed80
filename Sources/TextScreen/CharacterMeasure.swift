/// A function that gives the columns that a terminal uses for a character.
///
/// Two measures are equal only if they are the same object.
package final class CharacterMeasure: Hashable, Sendable {
    /// The measure that is the same on every machine: see `CharacterWidth`.
    package static let unicode14 = CharacterMeasure { CharacterWidth.columns(of: $0) }

    private let measure: @Sendable (Unicode.Scalar) -> Int

    /// A measure by a function that returns what wcwidth(3) returns: 0, 1 or 2, and -1 for a character that cannot be shown.
    package init(_ measure: @escaping @Sendable (Unicode.Scalar) -> Int) {
        self.measure = measure
    }

    /// The columns of one scalar by itself: 0, 1 or 2, and -1 for a scalar that cannot be shown.
    package func columns(of scalar: Unicode.Scalar) -> Int { measure(scalar) }

    package static func == (one: CharacterMeasure, other: CharacterMeasure) -> Bool { one === other }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
