import Intuned

/// What a store said of an object, so that a broken transfer can go on with the same object and no other (RFC 9110, 13.1.5 and 14).
struct Resumption: Equatable, Sendable {
    /// The object's strong entity tag; without one nothing tells whether it is still the same.
    var tag: String?
    /// The object's whole length in bytes.
    var total: Int?

    /// Knows nothing.
    init() {}

    /// Reads a store's answer.
    init(_ head: HTTPResponseHead) {
        if let tag = head.header("etag"), tag.hasPrefix("\"") { self.tag = tag }
        if head.status == 206 {
            total = head.header("content-range")?.split(separator: "/").last.flatMap { Int($0) }
        } else {
            total = head.header("content-length").flatMap { Int($0) }
        }
    }

    /// The headers that ask for what is missing; none at the start, or when the object cannot be told from another.
    func headers(from offset: Int) -> [HTTPHeader] {
        guard offset > 0, let tag else { return [] }
        return [HTTPHeader(name: "Range", value: "bytes=\(offset)-"), HTTPHeader(name: "If-Range", value: tag)]
    }

    /// Whether an answer goes on where the file ends; otherwise it is the whole object, from its start.
    func goesOn(with head: HTTPResponseHead, at offset: Int) -> Bool {
        guard offset > 0 else { return true }
        guard head.status == 206, let range = head.header("content-range") else { return false }
        return range.hasPrefix("bytes \(offset)-") && Resumption(head).tag == tag
    }
}
