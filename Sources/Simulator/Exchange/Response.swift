/// An answer, and how it is put on the wire.
struct Response: Sendable {
    var status: Int
    var headers: [(name: String, value: String)] = []
    var body: Body
    /// What happens instead of an answer.
    var misbehaviour: Misbehaviour?
    /// How long nothing is sent.
    var delay: Duration?
    /// How many bytes of the body are sent in each tenth of a second; nil is as fast as they are taken.
    var bytesPerTick: Int?
    /// The number of bytes of the body after which the connection is reset.
    var cut: Int64?
    /// How much the Content-Length is off.
    var lengthError: Int64 = 0
    /// Whether the body is left out, as in the answer to HEAD.
    var isHead = false
    /// Seconds by which the Date is off.
    var skew = 0.0

    enum Body: Sendable {
        case bytes([UInt8])
        case parts(PartedBytes, Range<Int64>)
        /// The same bytes over and over behind a head, up to a length; nil is for ever.
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

    /// An error as an S3-compatible store tells it.
    static func storeError(_ status: Int, code: String, message: String) -> Response {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>\(code)</Code><Message>\(message)</Message></Error>"
        return Response(status: status, headers: [("Content-Type", "application/xml")], body: .bytes(Array(xml.utf8)))
    }

    /// Sets a header, in the place of one of that name.
    mutating func set(_ name: String, _ value: String) {
        headers.removeAll { $0.name.lowercased() == name.lowercased() }
        headers.append((name, value))
    }

    /// The length of the body; nil where it has none.
    var length: Int64? {
        switch body {
        case .bytes(let bytes): Int64(bytes.count)
        case .parts(_, let range): Int64(range.count)
        case .repeated(_, let length, _): length
        }
    }

    /// The body in memory: for what has to be changed as a whole.
    ///
    /// An endless one is cut to nothing.
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
