import TextScreen

/// Letters of several rows, for words that are read from afar.
struct BigLetters {
    private static let pixelRows = 5

    /// The rows of the letters.
    private let font: [Character: [String]] = Self.glyphs
    private let charset: Charset
    /// Columns of a pixel.
    private let scale: Int

    /// Prepares letters for a character set: half blocks make them three rows high, ASCII five.
    ///
    /// - Parameter isDouble: whether they are five rows high and twice as wide in every character set.
    init(_ charset: Charset, isDouble: Bool = false) {
        self.charset = charset
        scale = isDouble ? 2 : 1
    }

    /// The height of a word.
    var height: Int { usesHalves ? (Self.pixelRows + 1) / 2 : Self.pixelRows }

    private var usesHalves: Bool { charset != .ascii && scale == 1 }

    /// The width of a word; nil if a letter is missing.
    func width(of word: String) -> Int? {
        var width = -1
        for letter in word {
            guard let rows = font[letter] else { return nil }
            width += rows[0].count + 1
        }
        return max(0, width * scale)
    }

    /// Draws a word whose letters all exist.
    func draw(_ word: String, on canvas: inout Canvas, column: Int, row: Int, role: Role) {
        var column = column
        for letter in word {
            guard let rows = font[letter] else { continue }
            let pixels = rows.map { $0.map { $0 == "#" } }
            for line in 0..<height {
                for place in pixels[0].indices {
                    guard let symbol = symbol(pixels, line, place) else { continue }
                    canvas.fill(
                        Region(column: column + place * scale, row: row + line, columns: scale, rows: 1), with: symbol, role: role
                    )
                }
            }
            column += (pixels[0].count + 1) * scale
        }
    }

    private func symbol(_ pixels: [[Bool]], _ line: Int, _ place: Int) -> Character? {
        guard usesHalves else { return pixels[line][place] ? (charset != .ascii ? "█" : "#") : nil }
        let upper = pixels[line * 2][place]
        let lower = line * 2 + 1 < Self.pixelRows && pixels[line * 2 + 1][place]
        return upper ? (lower ? "█" : "▀") : lower ? "▄" : nil
    }

    private static let glyphs: [Character: [String]] = [
        "A": ["###", "# #", "###", "# #", "# #"], "B": ["## ", "# #", "## ", "# #", "## "],
        "C": ["###", "#  ", "#  ", "#  ", "###"], "D": ["## ", "# #", "# #", "# #", "## "],
        "E": ["###", "#  ", "## ", "#  ", "###"], "F": ["###", "#  ", "## ", "#  ", "#  "],
        "G": ["####", "#   ", "# ##", "#  #", "####"], "H": ["# #", "# #", "###", "# #", "# #"],
        "I": ["#", "#", "#", "#", "#"], "J": ["  #", "  #", "  #", "# #", "###"],
        "K": ["# #", "# #", "## ", "# #", "# #"], "L": ["#  ", "#  ", "#  ", "#  ", "###"],
        "M": ["#   #", "## ##", "# # #", "#   #", "#   #"], "N": ["#  #", "## #", "# ##", "#  #", "#  #"],
        "O": ["###", "# #", "# #", "# #", "###"], "P": ["###", "# #", "###", "#  ", "#  "],
        "Q": ["### ", "# # ", "# # ", "# # ", "####"], "R": ["## ", "# #", "## ", "# #", "# #"],
        "S": ["###", "#  ", "###", "  #", "###"], "T": ["###", " # ", " # ", " # ", " # "],
        "U": ["# #", "# #", "# #", "# #", "###"], "V": ["# #", "# #", "# #", "# #", " # "],
        "W": ["#   #", "#   #", "# # #", "## ##", "#   #"], "X": ["# #", "# #", " # ", "# #", "# #"],
        "Y": ["# #", "# #", " # ", " # ", " # "], "Z": ["###", "  #", " # ", "#  ", "###"],
        "0": ["###", "# #", "# #", "# #", "###"], "1": ["## ", " # ", " # ", " # ", "###"],
        "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", " ##", "  #", "###"],
        "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
        "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
        "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
        "-": ["  ", "  ", "##", "  ", "  "], "_": ["   ", "   ", "   ", "   ", "###"],
        ".": [" ", " ", " ", " ", "#"], "+": ["   ", " # ", "###", " # ", "   "], " ": ["  ", "  ", "  ", "  ", "  "],
    ]
}
