/// The words of a command line as a shell hands them to a completion: with their quotes.
enum ShellWords {
    /// The words as the program would get them.
    static func plain(_ words: some Sequence<String>) -> [String] { words.map(unquoted) }

    /// A word without its quotes and backslashes; variables in it stay, since only the shell knows them.
    private static func unquoted(_ word: String) -> String {
        var text = ""
        var quote: Character?
        var isEscaped = false
        for character in word {
            if isEscaped {
                text.append(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote, character == open {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
            } else {
                text.append(character)
            }
        }
        return text
    }
}
