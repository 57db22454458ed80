package import TextScreen

/// No text leaves its region of a canvas, or writes anything there that moves a cursor.
package enum TextCheck {
    /// The last three bytes of the input choose the canvas width, the limit of the text, and the character set.
    static func verdict(on input: [UInt8]) -> FuzzTarget.Verdict {
        let settings = Array(input.suffix(3))
        guard settings.count == 3 else { return .init(isUnderstood: false) }
        let columns = 1 + Int(settings[0]) % 40
        let limit = Int(settings[1]) % 31
        let charset: Charset = settings[2].isMultiple(of: 2) ? .unicode14 : .ascii
        return .init(broken: broken(String(decoding: input.dropLast(3), as: UTF8.self), columns, limit, charset))
    }

    private static func broken(_ text: String, _ columns: Int, _ limit: Int, _ charset: Charset) -> String? {
        var canvas = Canvas(size: Size(columns: columns, rows: 3), charset: charset)
        let written = canvas.write(text, column: 2, row: 1, limit: limit, role: .bad)
        if written > max(0, min(limit, columns - 2)) { return "\(written) columns of \(limit)" }
        for row in [0, 2] where !(0..<columns).allSatisfy({ canvas[$0, row] == .blank }) { return "row \(row) is touched" }
        let shown = (0..<columns).map { canvas[$0, 1].text }
        let place = 2..<(2 + max(written, 0))
        if let column = shown.indices.first(where: { !place.contains($0) && shown[$0] != " " }) {
            return "column \(column) is touched"
        }
        let harmful = shown.joined().unicodeScalars.first { !isHarmless($0, charset) }
        return harmful.map { "U+\(String($0.value, radix: 16)) is shown" }
    }

    /// Whether a scalar on the screen cannot move or hide anything.
    package static func isHarmless(_ scalar: Unicode.Scalar, _ charset: Charset) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
        default: charset != .ascii || scalar.isASCII
        }
    }
}
