import Glibc
import NcursesTerminal
import TextScreen

/// Writes lines to standard error.
func complain(_ text: String) { write(cleaned(text) + "\n", to: STDERR_FILENO) }

/// Writes a question to standard error, whose answer is typed behind it.
func prompt(_ text: String) { write(cleaned(text), to: STDERR_FILENO) }

/// Writes lines to standard output.
func tell(_ text: String) { write(cleaned(text) + "\n", to: STDOUT_FILENO) }

/// The lines as a terminal may get them, without an end of the last line.
///
/// The text may name a folder, a file or an argument that another person chose, and standard error is a terminal too. So the text
/// is cleaned like all text on the screen: a mark replaces each unprintable character.
func cleaned(_ text: String) -> String {
    let charset = NcursesTerminal.charset(ofLocale: "")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { ScreenText.clipped(String($0), columns: .max, charset: charset) }.joined(separator: "\n")
}

private func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
}
