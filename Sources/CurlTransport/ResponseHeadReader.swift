import Intuned

/// Builds the head of a response from the lines that libcurl hands over one by one.
///
/// The final response replaces interim ones (status 1xx); trailers after the body are not kept.
/// Source: https://curl.se/libcurl/c/CURLOPT_HEADERFUNCTION.html
struct ResponseHeadReader {
    /// Most bytes of all header lines of a response together, including interim responses and trailers.
    ///
    /// libcurl accepts 300 KiB of them (MAX_HTTP_RESP_HEADER_SIZE) in lines of at most 100 KiB and then fails as if the
    /// connection had broken. This limit is lower, so it is always the first to end the transfer.
    static let limit = 192 << 10
    /// The error for the sender when the headers of a response pass a limit.
    static let tooLarge = HTTPTransportError.other(.headersTooLarge)

    /// The final head, once its last line was read.
    private(set) var head: HTTPResponseHead?
    private var status = 0
    private var headers: [HTTPHeader] = []
    private var bytes = 0

    /// Whether the body is chunked (RFC 9112, section 7.1).
    var isChunked: Bool { head?.header("transfer-encoding")?.lowercased().contains("chunked") == true }

    /// Whether no line was read yet.
    var isEmpty: Bool { bytes == 0 }

    /// Reads one line including its line end; returns false when the limit is passed.
    mutating func read(_ line: UnsafeRawBufferPointer) -> Bool {
        bytes += line.count
        guard bytes <= ResponseHeadReader.limit else { return false }
        guard head == nil else { return true }
        let text = line.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
        if text.isEmpty {
            if status >= 200 { head = HTTPResponseHead(status: status, headers: headers) }
        } else if text.starts(with: "HTTP/".utf8) {
            status = text.split(separator: UInt8(ascii: " "), maxSplits: 2).dropFirst().first.map(ResponseHeadReader.number) ?? 0
            headers = []
        } else {
            read(headerLine: text)
        }
        return true
    }

    private mutating func read(headerLine line: Slice<UnsafeRawBufferPointer>) {
        if let first = line.first, ResponseHeadReader.isBlank(first), !headers.isEmpty {
            // A folded line continues the value before it (RFC 9112, section 5.2).
            headers[headers.count - 1].value += " " + ResponseHeadReader.trimmed(line)
            return
        }
        let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, let value = parts.dropFirst().first else { return }
        headers.append(HTTPHeader(name: ResponseHeadReader.trimmed(name), value: ResponseHeadReader.trimmed(value)))
    }

    private static func number(_ digits: Slice<UnsafeRawBufferPointer>) -> Int {
        Int(String(decoding: digits, as: UTF8.self)) ?? 0
    }

    private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isBlank($0) }.map { bytes.index(after: $0) } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
