import FoundationEssentials
import Glibc

/// What the process holds of the machine at an instant, read from /proc (proc_pid_status(5)).
struct Census {
    /// Kilobytes of memory that no file backs.
    var memory: Int
    /// Open file descriptors.
    var descriptors: Int
    /// Threads.
    var threads: Int

    /// Counts now.
    static func now() -> Census {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        func field(_ name: String) -> Int {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
            return line?.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
        }
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
        return Census(memory: field("RssAnon"), descriptors: descriptors, threads: field("Threads"))
    }
}
