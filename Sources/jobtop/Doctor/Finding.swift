/// One line of `jobtop doctor`: what was checked, and what was found.
struct Finding: Equatable {
    /// The outcome of a check.
    enum Verdict: String {
        case ok = "OK"
        /// Something is wrong; the text says what to do.
        case fix = "FIX"
        /// The check was not possible, and that may be as it should.
        case unchecked = "-"
    }

    var name: String
    var verdict: Verdict
    var text: String

    static func ok(_ name: String, _ text: String) -> Finding { Finding(name: name, verdict: .ok, text: text) }
    static func fix(_ name: String, _ text: String) -> Finding { Finding(name: name, verdict: .fix, text: text) }
    static func unchecked(_ name: String, _ text: String) -> Finding { Finding(name: name, verdict: .unchecked, text: text) }

    /// The line, in columns.
    var line: String {
        func padded(_ text: String, _ columns: Int) -> String {
            text + String(repeating: " ", count: max(1, columns - text.count))
        }
        return padded(verdict.rawValue, 5) + padded(name, 18) + text
    }
}
