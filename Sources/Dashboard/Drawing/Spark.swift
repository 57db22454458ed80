package import TextScreen

/// A row of numbers as a small chart, one column each.
package enum Spark {
    /// Draws numbers from 0 up to a top; what is not nothing is visible, and nil leaves a blank.
    ///
    /// - Parameters:
    ///   - top: the number that fills a column; nil for the largest.
    ///   - hasEighths: whether the terminal's font has all block elements; the Linux console's has three heights.
    package static func text(_ numbers: [Double?], top: Double? = nil, _ charset: Charset, hasEighths: Bool = true) -> String {
        let levels = levels(charset, hasEighths: hasEighths)
        let most = max(top ?? numbers.compactMap { $0 }.max() ?? 0, .leastNormalMagnitude)
        return String(
            numbers.map { number -> Character in
                guard let number, number.isFinite else { return " " }
                guard number > 0 else { return levels[0] }
                let step = Int((min(1, number / most) * Double(levels.count - 1)).rounded(.up))
                return levels[max(1, min(levels.count - 1, step))]
            })
    }

    /// The heights, from nothing to full.
    static func levels(_ charset: Charset, hasEighths: Bool) -> [Character] {
        switch (charset, hasEighths) {
        case (.ascii, _): ["_", ".", ":", "-", "=", "+", "*", "#"]
        case (.unicode, true): ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        case (.unicode, false): ["_", "▄", "█"]
        }
    }
}
