import Glibc

/// The threads and open descriptors of this process.
struct Census {
    let threads: Int
    let descriptors: Int

    init() {
        threads = Census.count("/proc/self/task")
        descriptors = Census.count("/proc/self/fd")
    }

    /// Whether hardly more threads and descriptors are there than before, once those that are on their way out have gone.
    ///
    /// The pool of Swift's tasks may get a thread more at any time; a leak makes one for each request or transport.
    static func hasHardlyGrown(since before: Census) async -> Bool {
        for _ in 0..<1000 {
            let now = Census()
            if now.threads < before.threads + 10, now.descriptors < before.descriptors + 10 { return true }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    private static func count(_ folder: String) -> Int {
        guard let directory = opendir(folder) else { return -1 }
        defer { closedir(directory) }
        var entries = 0
        while readdir(directory) != nil { entries += 1 }
        return entries
    }
}
