/// How a store packs a file on its way (RFC 9110, section 8.4.1, and IANA's registry of content codings).
package enum ContentCoding: String, CaseIterable, Sendable {
    case gzip
    case zstd
    case brotli = "br"
    case deflate
    case compress

    /// The last coding that a `Content-Encoding` applies, which is the one on the outside; nil where jobtop knows none in it.
    package init?(contentEncoding: String) {
        let words = contentEncoding.lowercased().split { $0 == "," || $0 == " " }.map { word in
            word.hasPrefix("x-") ? String(word.dropFirst(2)) : String(word)
        }
        guard let outer = words.compactMap({ ContentCoding(rawValue: $0) }).last else { return nil }
        self = outer
    }

    /// What the name of a file that is packed so ends in.
    package var ending: String {
        switch self {
        case .gzip: "gz"
        case .zstd: "zst"
        case .brotli: "br"
        case .deflate: "zz"
        case .compress: "Z"
        }
    }

    /// The bytes that every file packed so begins with; empty where there are none.
    package var mark: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        case .compress: [0x1F, 0x9D]
        case .brotli, .deflate: []
        }
    }

    /// Whether jobtop reads a file that is packed so.
    var isRead: Bool {
        switch self {
        case .gzip, .zstd, .compress: true
        case .brotli, .deflate: false
        }
    }

    /// The path of a file once it is packed so; the same where its name says so already.
    package func path(of path: String) -> String { path.hasSuffix(".\(ending)") ? path : "\(path).\(ending)" }
}
