import Glibc

/// Runs a command and returns what it prints.
enum Command {
    static func output(_ words: [String]) -> String {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return "" }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        let argv = words.map { strdup($0) } + [nil]
        defer { argv.forEach { free($0) } }
        var child = pid_t()
        let code = posix_spawnp(&child, words[0], &actions, nil, argv, environ)
        close(ends[1])
        defer { close(ends[0]) }
        guard code == 0 else { return "" }
        var (output, block) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
        while case let count = read(ends[0], &block, block.count), count > 0 { output += block.prefix(count) }
        var status: Int32 = 0
        waitpid(child, &status, 0)
        return String(decoding: output, as: UTF8.self)
    }

    /// The number behind a label at the beginning of a line.
    static func figure(_ label: String, in output: String) -> Double {
        let line = output.split(separator: "\n").first { $0.hasPrefix("\(label)  ") }
        return line?.dropFirst(label.count).split(separator: " ").first.flatMap { Double($0) } ?? .nan
    }
}
