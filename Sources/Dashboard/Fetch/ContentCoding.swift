/// A compression that a store applies in transfer (RFC 9110, section 8.4.1, and IANA's registry of content codings).
package enum ContentCoding: String, CaseIterable, Sendable {
    case gzip
    case zstd
    case brotli = "br"
    case deflate
    case compress

    /// Takes the last coding in a `Content-Encoding`, which is the outermost; nil if jobtop knows none of them.
    package init?(contentEncoding: String) {
        let words = contentEncoding.lowercased().split { $0 == "," || $0 == " " }.map { word in
            word.hasPrefix("x-") ? String(word.dropFirst(2)) : String(word)
        }
        guard let outer = words.compactMap({ ContentCoding(rawValue: $0) }).last else { return nil }
        self = outer
    }

    /// The file name extension of this coding.
    package var ending: String {
        switch self {
        case .gzip: "gz"
        case .zstd: "zst"
        case .brotli: "br"
        case .deflate: "zz"
        case .compress: "Z"
        }
    }

    /// The first bytes of every file in this coding; empty if they are not fixed.
    package var mark: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        case .compress: [0x1F, 0x9D]
        case .brotli, .deflate: []
        }
    }

    /// Whether jobtop can read files in this coding.
    var isRead: Bool {
        switch self {
        case .gzip, .zstd, .compress: true
        case .brotli, .deflate: false
        }
    }

    /// The path of a file in this coding; unchanged if it already has the extension.
    package func path(of path: String) -> String { path.hasSuffix(".\(ending)") ? path : "\(path).\(ending)" }
}
