import Glibc

/// The floor of what a program in a terminal costs: it writes a row for each key, and a clock each second.
///
/// It is linked like jobtop, with the libraries of Swift and Foundation in it.
enum Echo {
    /// Runs until the terminal is closed or `q` is pressed.
    static func run() {
        var modes = termios()
        tcgetattr(STDIN_FILENO, &modes)
        cfmakeraw(&modes)
        tcsetattr(STDIN_FILENO, TCSANOW, &modes)
        let row = Array("\u{1B}[3;1H\(String(repeating: "x", count: 139))".utf8)
        let clock = Array("\u{1B}[1;139H1".utf8)
        var keys = [UInt8](repeating: 0, count: 64)
        while true {
            var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 1000) > 0 else {
                _ = write(STDOUT_FILENO, clock, clock.count)
                continue
            }
            let count = read(STDIN_FILENO, &keys, keys.count)
            guard count > 0, !keys[..<count].contains(UInt8(ascii: "q")) else { return }
            _ = write(STDOUT_FILENO, row, row.count)
        }
    }
}
