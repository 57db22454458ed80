/// The sizes of results files, which take some time to compute.
struct SizeCache: Sendable {
    private var sizes: [String: Int64] = [:]

    /// The size of a file, computed once.
    mutating func size(of file: ResultsFile) -> Int64 {
        if let size = sizes[file.key] { return size }
        if sizes.count >= 512 { sizes = [:] }
        let size = file.content.size
        sizes[file.key] = size
        return size
    }
}
