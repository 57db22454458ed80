/// The meaning of a `Range` header (RFC 9110, section 14).
enum ByteRange: Equatable {
    case part(Range<Int64>)
    case unsatisfiable
    /// Another unit, several ranges, or no range: the whole body is sent.
    case ignored

    init(_ header: String, size: Int64) {
        guard header.hasPrefix("bytes="), !header.contains(",") else {
            self = .ignored
            return
        }
        let sides = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let first = Int64(sides[0])
        let last = sides.count == 2 ? Int64(sides[1]) : nil
        switch (first, last) {
        case (let first?, let last?) where first <= last:
            self = first < size ? .part(first..<min(last + 1, size)) : .unsatisfiable
        case (let first?, nil) where sides.count == 2 && sides[1].isEmpty:
            self = first < size ? .part(first..<size) : .unsatisfiable
        case (nil, let count?) where sides[0].isEmpty:
            self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
        default: self = .ignored
        }
    }
}
