/// How many columns a terminal gives to characters, as somebody who has to know says it.
///
/// Two measures are equal if they are the same one.
package final class CharacterMeasure: Hashable, Sendable {
    /// The same everywhere: see `CharacterWidth`.
    package static let unicode14 = CharacterMeasure { CharacterWidth.columns(of: $0) }

    private let measure: @Sendable (Unicode.Scalar) -> Int

    /// A measure by a function that answers as wcwidth(3) does: 0, 1 or 2, and -1 for what cannot be shown.
    package init(_ measure: @escaping @Sendable (Unicode.Scalar) -> Int) {
        self.measure = measure
    }

    /// The columns of one scalar by itself: 0, 1 or 2, and -1 for what cannot be shown.
    package func columns(of scalar: Unicode.Scalar) -> Int { measure(scalar) }

    package static func == (one: CharacterMeasure, other: CharacterMeasure) -> Bool { one === other }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
