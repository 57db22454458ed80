import Glibc

/// Writes a line where complaints go.
func complain(_ sentence: String) {
    let line = Array("\(sentence)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
}
