/// An order to keep a text in a file that only its owner can read.
package struct SaveOrder: Hashable, Sendable {
    /// What is kept.
    package enum Content: Hashable, Sendable {
        /// The page on the screen, as the content of a file.
        case page(String)
        /// The facts of a handover; what was done from here is added when the file is written.
        case handover(HandoverFacts)
    }

    /// The path of the file.
    package var path: String
    /// What is kept.
    package var content: Content
    /// Whether the user agreed to replace an existing file.
    package var replaces: Bool

    /// Creates an order.
    package init(path: String, content: Content, replaces: Bool = false) {
        (self.path, self.content, self.replaces) = (path, content, replaces)
    }
}
