import Glibc
import NcursesTerminal
import TextScreen

/// Writes lines to standard error.
///
/// The text may name a folder, a file or an argument that another person chose, and standard error is a terminal too. So the text
/// is cleaned like all text on the screen: a mark replaces each unprintable character.
func complain(_ text: String) {
    let charset = NcursesTerminal.charset(ofLocale: "")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.map { ScreenText.clipped($0, columns: .max, charset: charset) + "\n" }
    let bytes = Array(shown.joined().utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
}
