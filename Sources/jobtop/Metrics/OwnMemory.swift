import FoundationEssentials
import Glibc

/// The memory of this process.
enum OwnMemory {
    /// Bytes that it occupies; nil if the system does not tell (proc_pid_statm(5)).
    static var residentBytes: Int? {
        guard let data = try? Data(contentsOf: URL(filePath: "/proc/self/statm")) else { return nil }
        let words = String(decoding: data, as: UTF8.self).split(separator: " ")
        guard words.count > 1, let pages = Int(words[1]) else { return nil }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
