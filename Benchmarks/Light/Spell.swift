import Glibc

/// What a program used while nobody touched it.
struct Spell {
    /// Seconds of CPU a second.
    var load = 0.0
    /// Requests a second.
    var requests = 0.0
    /// Bytes a second to the terminal.
    var bytes = 0.0
    /// Anonymous and all resident memory at the end, in MiB.
    var anonymous = 0.0
    var resident = 0.0

    /// Watches several programs at the same time, each on its own platform.
    static func of(_ watched: [(program: Program, platform: Platform)], seconds: Double) -> [Spell] {
        let before = watched.map { ($0.program.cpu, $0.platform.requests, $0.program.bytes) }
        Program.watch(watched.map(\.program), seconds: seconds)
        return zip(watched, before).map { watched, before in
            Spell(
                load: (watched.program.cpu - before.0) / seconds,
                requests: Double(watched.platform.requests - before.1) / seconds,
                bytes: Double(watched.program.bytes - before.2) / seconds,
                anonymous: watched.program.memory("RssAnon"), resident: watched.program.memory("VmRSS"))
        }
    }
}
