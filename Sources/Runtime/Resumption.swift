import Dashboard
import Intuned

/// What a store said of an object, so that a broken transfer can go on with the same object and no other (RFC 9110, 13.1.5 and 14).
struct Resumption: Equatable, Sendable {
    /// The object's strong entity tag; without one its key and its length must do.
    var tag: String?
    /// The object's whole length in bytes.
    var total: Int?
    /// Whether the store sends it packed (RFC 9110, 8.4), so that its length is not the file's.
    var isEncoded = false
    /// How it is packed, where jobtop knows the coding.
    var coding: ContentCoding?

    /// Knows nothing.
    init() {}

    /// Reads a store's answer.
    init(_ head: HTTPResponseHead) {
        if let tag = head.header("etag"), tag.hasPrefix("\"") { self.tag = tag }
        if let encoding = head.header("content-encoding") {
            coding = ContentCoding(contentEncoding: encoding)
            // S3 keeps "aws-chunked", which told of the way in alone.
            isEncoded = coding != nil || !["", "identity", "aws-chunked"].contains(encoding.lowercased())
        }
        if head.status == 206 || head.status == 416 {
            total = head.header("content-range")?.split(separator: "/").last.flatMap { Int($0) }
        } else {
            total = head.header("content-length").flatMap { Int($0) }
        }
    }

    /// Reads the answer that brings the rest of an object, of which more was known before.
    init(_ head: HTTPResponseHead, after known: Resumption) {
        self.init(head)
        guard head.status == 206, !isEncoded else { return }
        (isEncoded, coding) = (known.isEncoded, known.coding)
    }

    /// The headers that ask for what is missing; none at the start, or when the object cannot be told from another.
    ///
    /// - Parameter isNamed: whether the platform named the object by a key, so that another length would tell another object.
    func headers(from offset: Int, isNamed: Bool) -> [HTTPHeader] {
        let range = HTTPHeader(name: "Range", value: "bytes=\(offset)-")
        guard offset > 0 else { return [] }
        if let tag { return [range, HTTPHeader(name: "If-Range", value: tag)] }
        return isNamed && total != nil && !isEncoded ? [range] : []
    }

    /// What an answer brings to a file that has some bytes already.
    enum Part: Equatable {
        /// What is missing.
        case rest
        /// The object from its start.
        case whole
        /// A part that does not fit: of another object, or not the one that was asked for.
        case foreign
    }

    /// What a successful answer brings to a file with so many bytes.
    func part(in head: HTTPResponseHead, at offset: Int) -> Part {
        guard head.status == 206 else { return offset > 0 ? .whole : .rest }
        let begins = head.header("content-range")?.hasPrefix("bytes \(offset)-") ?? false
        let seen = Resumption(head)
        return begins && (offset == 0 || (seen.tag == tag && (tag != nil || seen.total == total))) ? .rest : .foreign
    }
}
