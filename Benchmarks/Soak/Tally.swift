import CMalloc
import FoundationEssentials
import Rehearsal

/// The cost of a round: the resources that the process holds, and the requests so far.
struct Tally {
    /// The header above the columns of `line`.
    static let heading = "  polls      hours  in use kB  RssAnon kB  descriptors  threads  requests/min  in flight"

    /// Requests started since the start.
    let polls: Int
    /// Hours that the machine was awake.
    let hours: Double
    /// Allocated kilobytes.
    let used: Int
    /// Kilobytes of memory without a file behind it, after the allocator has returned its free memory.
    let memory: Int
    /// Open file descriptors.
    let descriptors: Int
    /// Threads.
    let threads: Int
    /// The most requests that were active at once.
    let mostInFlight: Int

    /// A line of the table.
    var line: String {
        let rate = (Double(polls) / (hours * 60) * 10).rounded() / 10
        let numbers = [
            "\(polls)", "\(Int(hours))", "\(used)", "\(memory)", "\(descriptors)", "\(threads)", "\(rate)", "\(mostInFlight)",
        ]
        let widths = [7, 11, 11, 12, 13, 9, 14, 11]
        return zip(numbers, widths).map { String(repeating: " ", count: max(0, $1 - $0.count)) + $0 }.joined()
    }
}

extension Tally {
    /// Takes the counts now.
    init(_ rehearsal: Rehearsal) {
        // Free memory is returned first; otherwise the peak of each arena would count as held memory.
        malloc_trim(0)
        let allocated = mallinfo2()
        used = Int(allocated.uordblks + allocated.hblkhd) / 1024
        // Written by the kernel for each process: proc_pid_status(5).
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        func field(_ name: String) -> Int {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
            return line?.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
        }
        polls = rehearsal.polls
        hours = rehearsal.clock.awake / 3600
        (memory, threads) = (field("RssAnon"), field("Threads"))
        descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
        mostInFlight = rehearsal.mostInFlight
    }
}
