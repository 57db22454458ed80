import Glibc

/// Collects bytes and writes them to a descriptor in large pieces.
struct ExportSink {
    private let descriptor: Int32
    private let path: String
    private var pending: [UInt8] = []
    private(set) var bytes: Int64 = 0

    private static let pieceLength = 256 << 10

    init(_ descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    mutating func write(_ bytes: some Sequence<UInt8>) throws(ResultsError) {
        pending.append(contentsOf: bytes)
        if pending.count >= Self.pieceLength { try flush() }
    }

    mutating func flush() throws(ResultsError) {
        var done = 0
        while done < pending.count {
            let count = pending.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done) }
            if count >= 0 {
                done += count
            } else if errno != EINTR {
                throw .notWritten(path: path, code: errno)
            }
        }
        bytes += Int64(done)
        pending.removeAll(keepingCapacity: true)
    }
}
