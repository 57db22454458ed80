/// An answer, and how it is sent.
struct Response: Sendable {
    var status: Int
    var headers: [(name: String, value: String)] = []
    var body: Body
    /// What happens instead of an answer.
    var misbehaviour: Misbehaviour?
    /// The delay before anything is sent.
    var delay: Duration?
    /// Bytes of the body sent in each tenth of a second; nil for full speed.
    var bytesPerTick: Int?
    /// The number of bytes of the body after which the connection is reset.
    var cut: Int64?
    /// The error of the Content-Length, in bytes.
    var lengthError: Int64 = 0
    /// Whether the body is omitted, as in the answer to HEAD.
    var isHead = false
    /// The error of the Date, in seconds.
    var skew = 0.0

    enum Body: Sendable {
        case bytes([UInt8])
        case parts(PartedBytes, Range<Int64>)
        /// The same bytes repeated after a head, up to a length; nil for no end.
        case repeated([UInt8], length: Int64?, after: [UInt8] = [])
    }

    enum Misbehaviour: Sendable {
        case hang
        case reset
        case endlessHeaders
    }

    static func json(_ json: JSON, status: Int = 200) -> Response {
        Response(status: status, headers: [("Content-Type", "application/json; charset=utf-8")], body: .bytes(json.bytes))
    }

    /// An error in the form of an S3-compatible store.
    static func storeError(_ status: Int, code: String, message: String) -> Response {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>\(code)</Code><Message>\(message)</Message></Error>"
        return Response(status: status, headers: [("Content-Type", "application/xml")], body: .bytes(Array(xml.utf8)))
    }

    /// Sets a header and replaces an existing one with that name.
    mutating func set(_ name: String, _ value: String) {
        headers.removeAll { $0.name.lowercased() == name.lowercased() }
        headers.append((name, value))
    }

    /// The length of the body; nil if it has none.
    var length: Int64? {
        switch body {
        case .bytes(let bytes): Int64(bytes.count)
        case .parts(_, let range): Int64(range.count)
        case .repeated(_, let length, _): length
        }
    }

    /// The body in memory, for changes to the whole body.
    ///
    /// Empty if the body is endless.
    var wholeBody: [UInt8] {
        switch body {
        case .bytes(let bytes): return bytes
        case .repeated: return []
        case .parts(let file, let range):
            var reader = file.reader(of: range)
            var whole: [UInt8] = []
            while let bytes = reader.read() { whole += bytes }
            return whole
        }
    }
}
