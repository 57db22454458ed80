import Glibc
import TextScreen

/// The question for the terminal's background, and its answers (xterm's ctlseqs, OSC 11; Contour's mode 2031).
enum BackgroundRequest {
    /// What switches news of a change between dark and light on and off; terminals without the mode ignore both.
    static let (on, off) = ("\u{1B}[?2031h", "\u{1B}[?2031l")
    /// Bytes of an answer that are kept; the longest sensible one is `11;rgba:ffff/ffff/ffff/ffff`.
    static let longest = 64
    /// The time in seconds for which an answer is expected after a question.
    static let patience = 2.0

    /// What asks for the color.
    ///
    /// tmux answers by itself, or not at all: an answer from behind it could reach another pane. screen hands on what stands in
    /// a device control string.
    static func question(term: String, isInTmux: Bool) -> String {
        let question = "\u{1B}]11;?\u{7}"
        return term.hasPrefix("screen") && !isInTmux ? "\u{1B}P\(question)\u{1B}\\" : question
    }

    /// The ground that an answer tells; nil for any other control string, and for a malformed one.
    static func ground(of answer: [UInt8]) -> Ground? {
        guard answer.count < longest else { return nil }
        let text = String(decoding: answer, as: UTF8.self)
        if text.hasPrefix("11;#") {
            let digits = text.dropFirst(4)
            guard [3, 6, 9, 12].contains(digits.count) else { return nil }
            let size = digits.count / 3
            return ground(of: (0..<3).map { digits.dropFirst($0 * size).prefix(size) })
        }
        for (beginning, count) in [("11;rgb:", 3), ("11;rgba:", 4)] where text.hasPrefix(beginning) {
            let parts = text.dropFirst(beginning.count).split(separator: "/", omittingEmptySubsequences: false)
            return parts.count == count ? ground(of: Array(parts)) : nil
        }
        return nil
    }

    /// The ground that a control sequence `CSI ? 997 ; 1 n` tells, up to the byte before the final one; nil for any other.
    static func ground(ofNews sequence: [UInt8]) -> Ground? {
        switch String(decoding: sequence, as: UTF8.self) {
        case "?997;1": .dark
        case "?997;2": .light
        default: nil
        }
    }

    /// Each part has one to four hexadecimal digits, of which the largest number is full intensity (XParseColor(3)).
    private static func ground(of parts: [Substring]) -> Ground? {
        let intensities = parts.compactMap { part -> Double? in
            guard (1...4).contains(part.count), part.allSatisfy(\.isHexDigit), let number = Int(part, radix: 16) else {
                return nil
            }
            let share = Double(number) / Double((1 << (4 * part.count)) - 1)
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        guard intensities.count == parts.count else { return nil }
        return Ground(red: intensities[0], green: intensities[1], blue: intensities[2])
    }
}
