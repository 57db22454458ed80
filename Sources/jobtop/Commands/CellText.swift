import Dashboard
import FoundationEssentials
import Intuned
import TextScreen

/// The text of a datum, where the results are not JSON.
enum CellText {
    /// The text between two tabs: the value as JSON has it, without quotation marks; nothing if it is unknown.
    ///
    /// `\t`, `\n`, `\r` and `\\` stand for these characters, `\uXXXX` for others that are not printed.
    static func raw(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .number(let text): text
        case .string(let text): escaped(text)
        case .secret(let secret): escaped(secret.masked)
        case .array(let elements) where elements.allSatisfy(\.isText): elements.map(raw).joined(separator: ",")
        case .array, .object: escaped(JSONLine.text(value))
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\\": result += "\\\\"
            case _ where JSONLine.isHidden(scalar):
                for unit in String(scalar).utf16 { result += "\\u" + JSONLine.hexadecimal(unit) }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text for a person, safe for a terminal; a dash if the value is unknown.
    static func readable(_ value: JSONValue, _ kind: OutputKind, _ settings: OutputSettings) -> String {
        ScreenText.clipped(words(value, kind, settings), columns: .max, charset: settings.charset)
    }

    private static func words(_ value: JSONValue, _ kind: OutputKind, _ settings: OutputSettings) -> String {
        switch (kind, value) {
        case (_, .null): return "-"
        case (.count, .number(let text)): return Int(text).map(Wording.number) ?? text
        case (.seconds, .number(let text)):
            return Double(text).map { $0 < 0 ? "-" + Wording.duration(-$0) : duration($0) } ?? text
        case (.percent, .number(let text)): return text + " %"
        case (.bytes, .number(let text)): return Double(text).map(Wording.size) ?? text
        case (.time, .string(let text)):
            let date = Timestamp(text).date
            return date.map { Wording.timeOfDay($0, now: settings.now().wall, settings.offsets) } ?? text
        case (_, .bool(let flag)): return flag ? "yes" : "no"
        case (_, .array(let elements)) where elements.allSatisfy(\.isText):
            return elements.isEmpty ? "-" : elements.map { words($0, .text, settings) }.joined(separator: ", ")
        case (_, .string(let text)): return text.isEmpty ? "-" : Wording.oneLine(text)
        case (_, .secret(let secret)): return secret.masked
        case (_, .number(let text)): return text
        case (_, .array), (_, .object): return JSONLine.text(value)
        }
    }

    /// Few seconds with tenths, where they have any.
    private static func duration(_ seconds: Double) -> String {
        let tenths = (seconds * 10).rounded()
        return tenths < 100 && tenths.truncatingRemainder(dividingBy: 10) != 0
            ? Wording.precise(seconds) : Wording.duration(seconds)
    }
}

extension JSONValue {
    /// Whether it is a text or a secret.
    fileprivate var isText: Bool {
        switch self {
        case .string, .secret: true
        case .null, .bool, .number, .array, .object: false
        }
    }
}
