import Glibc
import NcursesTerminal
import TextScreen

/// Writes lines where complaints go.
///
/// They may name a folder, a file or an argument that somebody else has chosen, and standard error is a terminal too: so the text
/// takes the same way as any on the screen, and what is no printable character comes out as a mark.
func complain(_ text: String) {
    let charset = NcursesTerminal.charset(ofLocale: "")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.map { ScreenText.clipped($0, columns: .max, charset: charset) + "\n" }
    let bytes = Array(shown.joined().utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
}
