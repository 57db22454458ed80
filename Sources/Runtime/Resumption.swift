import Dashboard
import Intuned

/// What a store reported about an object, so that a broken transfer continues with the same object (RFC 9110, 13.1.5 and 14).
struct Resumption: Equatable, Sendable {
    /// The object's strong entity tag; without a tag, key and length identify the object.
    var tag: String?
    /// The object's whole length in bytes.
    var total: Int?
    /// Whether the store sends the object compressed (RFC 9110, 8.4), so that its length is not the file's.
    var isEncoded = false
    /// The compression, if jobtop knows the coding.
    var coding: ContentCoding?

    /// Creates an empty value.
    init() {}

    /// Reads a store's answer.
    init(_ head: HTTPResponseHead) {
        if let tag = head.header("etag"), tag.hasPrefix("\"") { self.tag = tag }
        if let encoding = head.header("content-encoding") {
            coding = ContentCoding(contentEncoding: encoding)
            // S3 keeps "aws-chunked", which describes only the upload.
            isEncoded = coding != nil || !["", "identity", "aws-chunked"].contains(encoding.lowercased())
        }
        if head.status == 206 || head.status == 416 {
            total = head.header("content-range")?.split(separator: "/").last.flatMap { Int($0) }
        } else {
            total = head.header("content-length").flatMap { Int($0) }
        }
    }

    /// Reads the answer with the rest of an object that is partly known.
    init(_ head: HTTPResponseHead, after known: Resumption) {
        self.init(head)
        guard head.status == 206, !isEncoded else { return }
        (isEncoded, coding) = (known.isEncoded, known.coding)
    }

    /// The headers that request the missing part; none at the start, or if the object cannot be identified.
    ///
    /// - Parameter isNamed: whether the platform identified the object by a key, so that another length means another object.
    func headers(from offset: Int, isNamed: Bool) -> [HTTPHeader] {
        let range = HTTPHeader(name: "Range", value: "bytes=\(offset)-")
        guard offset > 0 else { return [] }
        if let tag { return [range, HTTPHeader(name: "If-Range", value: tag)] }
        return isNamed && total != nil && !isEncoded ? [range] : []
    }

    /// The part of the object that an answer contains.
    enum Part: Equatable {
        /// The missing part.
        case rest
        /// The whole object.
        case whole
        /// An unusable part: of another object, or not the requested one.
        case foreign
    }

    /// The part that a successful answer contains, for a file with this many bytes.
    func part(in head: HTTPResponseHead, at offset: Int) -> Part {
        guard head.status == 206 else { return offset > 0 ? .whole : .rest }
        let begins = head.header("content-range")?.hasPrefix("bytes \(offset)-") ?? false
        let seen = Resumption(head)
        return begins && (offset == 0 || (seen.tag == tag && (tag != nil || seen.total == total))) ? .rest : .foreign
    }
}
