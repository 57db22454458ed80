/// Converts UTF-16 or UTF-32 to UTF-8, step by step into a scratch file.
///
/// Invalid units become U+FFFD.
final class Transcoding: Conversion {
    let output: ByteSupply
    private let source: ByteSupply
    private let upstream: (any Conversion)?
    private let encoding: ByteOrderMark
    private var position: Int64
    private var fault: ResultsError?

    private static let stepLength = 1 << 20

    /// - Parameters:
    ///   - source: the text, which is complete or comes from `upstream`.
    ///   - upstream: the unpacking that produces the text; nil if it is not compressed.
    ///   - folder: the folder of the scratch file.
    init(
        _ source: ByteSupply, from upstream: (any Conversion)?, encoding: ByteOrderMark, in folder: String
    ) throws(ResultsError) {
        self.source = source
        self.upstream = upstream
        self.encoding = encoding
        position = Int64(encoding.length)
        output = ByteSupply(try ScratchFile.create(in: folder), arrived: 0, isComplete: false)
    }

    var bytesRead: Int64 { upstream?.bytesRead ?? position }

    var failure: ResultsError? { fault ?? upstream?.failure }

    func step() {
        upstream?.step()
        do throws(ResultsError) {
            try transcode()
        } catch {
            fault = error
            output.finish()
        }
    }

    private func transcode() throws(ResultsError) {
        let arrival = source.arrival
        let wanted = min(Int64(Self.stepLength), arrival.bytes - position)
        var bytes = try source.file.bytes(at: position, count: Int(max(0, wanted)))
        guard bytes.count == max(0, wanted) else { throw .shortened }
        let isLast = arrival.isComplete && position + Int64(bytes.count) == arrival.bytes
        // An incomplete unit at the end of a block is read again with the next block.
        if !isLast { bytes.removeLast(encoding.unfinished(bytes)) }
        position += Int64(bytes.count)
        let text = Array(encoding.text(bytes).utf8)
        let fault = text.withUnsafeBytes { text -> ResultsError? in
            do throws(ResultsError) {
                _ = try output.file.write(text, at: output.arrival.bytes)
                return nil
            } catch {
                return error
            }
        }
        if let fault { throw fault }
        output.extend(to: output.arrival.bytes + Int64(text.count))
        if isLast { output.finish() }
    }
}
