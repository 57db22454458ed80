import FoundationEssentials

extension Secret {
    private static let fewDots = "••••"

    /// Hides the secrets in a URL: the mask keeps scheme, host, port and path, while user, password, query and fragment become
    /// dots.
    ///
    /// Text that is not an absolute URL becomes dots entirely.
    public static func url(_ text: String) -> Secret {
        guard let parts = URLComponents(string: text, encodingInvalidCharacters: false),
            let scheme = parts.scheme, let host = parts.encodedHost, !host.isEmpty
        else { return Secret(text) }
        let hasUser = parts.percentEncodedUser != nil || parts.percentEncodedPassword != nil
        // An unencoded slash in a password would move the rest of the password into the path.
        guard !(hasUser || parts.port != nil) || !parts.percentEncodedPath.contains("@") else { return Secret(text) }
        var masked = "\(scheme)://"
        if hasUser { masked += "\(fewDots)@" }
        masked += host
        if let port = parts.port { masked += ":\(port)" }
        masked += parts.percentEncodedPath
        if parts.percentEncodedQuery != nil { masked += "?\(fewDots)" }
        if parts.percentEncodedFragment != nil { masked += "#\(fewDots)" }
        return Secret(text, masked: masked)
    }

    /// The text with masks for URLs that contain a user, a password or a secret in the query; nil if there are none.
    package static func urls(in text: String) -> Secret? {
        // Most texts contain no colon, and searching for a byte is fast.
        guard text.utf8.contains(UInt8(ascii: ":")), text.contains("://") else { return nil }
        var masked = ""
        var rest = text[...]
        while !rest.isEmpty {
            let word = rest.prefix { !isOutsideURL($0) }
            rest = rest.dropFirst(word.count)
            masked += isTelling(word) ? url(String(word)).masked : String(word)
            let gap = rest.prefix(while: isOutsideURL)
            rest = rest.dropFirst(gap.count)
            masked += gap
        }
        return masked == text ? nil : Secret(text, masked: masked)
    }

    private static func isOutsideURL(_ character: Character) -> Bool {
        character.isWhitespace || "\"'<>`".contains(character)
    }

    private static func isTelling(_ word: Substring) -> Bool {
        guard word.contains("://") else { return false }
        if word.contains("@") { return true }
        guard let query = word.firstIndex(of: "?") else { return false }
        // Azure names the signature `sig`, which is part of many words.
        return Redaction.isSecretName(String(word[query...])) || ["?sig=", "&sig="].contains(where: word[query...].contains)
    }
}
