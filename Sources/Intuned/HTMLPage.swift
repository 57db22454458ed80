/// A web page in place of an answer of the API: from a proxy, a login page, another server.
struct HTMLPage {
    private static let longestTitle = 80
    /// Bytes that are searched for the title; a later title would be no use.
    private static let head = 8192

    /// The page's title; nil without one.
    let title: String?

    /// Recognizes a page by its type or its beginning; nil if the body is not a page.
    init?(contentType: String?, body: [UInt8]) {
        let isDeclared = contentType?.lowercased().hasPrefix("text/html") == true
        let text = String(decoding: body.prefix(Self.head), as: UTF8.self)
        let start = text.drop { $0.isWhitespace }.prefix(20).lowercased()
        let isJSON = start.hasPrefix("{") || start.hasPrefix("[")
        guard start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || isDeclared && !isJSON else { return nil }
        title = Self.title(in: text)
    }

    private static func title(in text: String) -> String? {
        guard let element = text.split(separator: "<").first(where: { $0.prefix(5).lowercased() == "title" }) else { return nil }
        let words = element.drop { $0 != ">" }.dropFirst().split { $0.isWhitespace }.joined(separator: " ")
        return words.isEmpty ? nil : String(words.prefix(longestTitle))
    }
}
