/// The string literals of a Swift source, in order.
struct StringLiterals {
    /// A literal as it is written, with `…` for each interpolated value.
    struct Literal: Hashable {
        var text: String
        /// The line where the literal starts, from 1.
        var line: Int
        /// Whether the literal is a pattern of a `switch` or a raw string, which users never read.
        var isPattern: Bool

        /// The text between the interpolated values.
        var parts: [String] { text.split(separator: "…").map(String.init) }
    }

    private let characters: [Character]
    private var position = 0
    private var line = 1
    private var found: [Literal] = []
    private var lineStart = 0

    private init(_ source: String) { characters = Array(source) }

    /// All literals of a source; a literal inside an interpolation follows the literal that contains it.
    static func all(in source: String) -> [Literal] {
        var scanner = StringLiterals(source)
        while scanner.position < scanner.characters.count { scanner.skipCode() }
        return scanner.found
    }

    private func starts(with text: String) -> Bool {
        position + text.count <= characters.count && characters[position..<position + text.count].elementsEqual(text)
    }

    private mutating func step(_ count: Int = 1) {
        for _ in 0..<count where position < characters.count {
            if characters[position].isNewline {
                line += 1
                lineStart = position + 1
            }
            position += 1
        }
    }

    /// Skips a comment, a literal or one character of code.
    private mutating func skipCode() {
        if starts(with: "//") {
            while position < characters.count, !characters[position].isNewline { step() }
        } else if starts(with: "#\"") {
            step(2)
            while position < characters.count, !starts(with: "\"#") { step() }
            step(2)
        } else if starts(with: "\"\"\"") {
            literal(delimiter: "\"\"\"")
        } else if starts(with: "\"") {
            literal(delimiter: "\"")
        } else {
            step()
        }
    }

    private mutating func literal(delimiter: String) {
        let start = line
        let place = found.count
        found.append(Literal(text: "", line: start, isPattern: isAfterCase))
        step(delimiter.count)
        var text = ""
        while position < characters.count, !starts(with: delimiter) {
            if starts(with: "\\(") {
                step(2)
                interpolation()
                text.append("…")
            } else if starts(with: "\\u{") {
                step(3)
                var digits = ""
                while position < characters.count, characters[position] != "}" {
                    digits.append(characters[position])
                    step()
                }
                step()
                if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) { text.append(Character(scalar)) }
            } else if starts(with: "\\\n") {
                step(2)
                while position < characters.count, characters[position] == " " { step() }
            } else if starts(with: "\\n") {
                text.append("\n")
                step(2)
            } else if characters[position] == "\\" {
                step()
                text.append(characters[position])
                step()
            } else {
                text.append(characters[position])
                step()
            }
        }
        step(delimiter.count)
        found[place].text = text
    }

    /// Whether the code before the literal on its line is `case`, with or without further patterns.
    private var isAfterCase: Bool {
        let before = String(characters[lineStart..<position])
        guard let word = before.firstRange(of: "case ") else { return false }
        return !before[word.upperBound...].contains(":")
    }

    private mutating func interpolation() {
        var depth = 1
        while position < characters.count, depth > 0 {
            switch characters[position] {
            case "(":
                depth += 1
                step()
            case ")":
                depth -= 1
                step()
            default: skipCode()
            }
        }
    }
}
