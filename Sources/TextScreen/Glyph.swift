/// What a cell shows: a character with at most four combining marks.
///
/// It has a fixed size and no memory of its own: a frame makes, compares and drops thousands of them.
package struct Glyph: Hashable, Sendable {
    private var base: UInt32
    private var marks: (UInt32, UInt32, UInt32, UInt32)

    /// The right half of a wide character.
    package static let rightHalf = Glyph(base: 0)
    /// A blank.
    package static let blank = Glyph(alone: " ")

    /// Whether this is the right half of a wide character.
    package var isRightHalf: Bool { base == 0 }

    private init(base: UInt32) {
        self.base = base
        marks = (0, 0, 0, 0)
    }

    /// A character without marks.
    init(alone scalar: Unicode.Scalar) { self.init(base: scalar.value) }

    /// A character with its marks.
    package init(_ character: Character) {
        self.init(base: 0)
        for scalar in character.unicodeScalars { append(scalar) }
    }

    /// Adds a mark, if there is room for it, or the character itself, if there is none yet.
    mutating func append(_ scalar: Unicode.Scalar) {
        if base == 0 {
            base = scalar.value
        } else if marks.0 == 0 {
            marks.0 = scalar.value
        } else if marks.1 == 0 {
            marks.1 = scalar.value
        } else if marks.2 == 0 {
            marks.2 = scalar.value
        } else if marks.3 == 0 {
            marks.3 = scalar.value
        }
    }

    /// Calls for the character and for each of its marks, in order.
    package func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
        guard !isRightHalf, let scalar = Unicode.Scalar(base) else { return }
        body(scalar)
        // Almost no character has a mark.
        guard marks.0 != 0 else { return }
        for mark in [marks.0, marks.1, marks.2, marks.3] where mark != 0 {
            if let scalar = Unicode.Scalar(mark) { body(scalar) }
        }
    }

    /// The character as text; empty for the right half of a wide character.
    package var text: String {
        var text = ""
        forEachScalar { text.unicodeScalars.append($0) }
        return text
    }

    package static func == (left: Glyph, right: Glyph) -> Bool { left.base == right.base && left.marks == right.marks }

    package func hash(into hasher: inout Hasher) {
        forEachScalar { hasher.combine($0) }
    }
}
