/// The two origins of the platform: the API, and the store of results files.
package enum Origin: String, Sendable {
    case api
    case store
}

/// A request as it was received.
struct Request: Sendable {
    var origin: Origin
    var method: String
    /// Path and query, still encoded.
    var target: String
    var headers: [(name: String, value: String)]
    var body: [UInt8] = []

    /// The first value of a header, in any case of its name.
    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name }?.value
    }

    /// The parts of the path, split before decoding, so that an encoded slash stays within its part; nil if an escape is invalid.
    var path: [String]? {
        let parts = target.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let decoded = parts.compactMap(PercentEncoding.decoded)
        return decoded.count == parts.count ? decoded : nil
    }

    /// The decoded names and values of the query, without invalid ones.
    var query: [(name: String, value: String)] {
        guard let mark = target.firstIndex(of: "?") else { return [] }
        return target[target.index(after: mark)...].split(separator: "&").compactMap { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decoded(sides[0]) else { return nil }
            return PercentEncoding.decoded(sides.count > 1 ? sides[1] : "").map { (name, $0) }
        }
    }
}
