import Glibc

/// The threads and open descriptors of this process.
struct Census: Equatable {
    let threads: Int
    let descriptors: Int

    init() {
        threads = Census.count("/proc/self/task")
        descriptors = Census.count("/proc/self/fd")
    }

    private static func count(_ folder: String) -> Int {
        guard let directory = opendir(folder) else { return -1 }
        defer { closedir(directory) }
        var entries = 0
        while readdir(directory) != nil { entries += 1 }
        return entries
    }
}
