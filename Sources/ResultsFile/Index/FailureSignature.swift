/// The common part of failures with one cause: the code, and the message without the parts that differ between items.
package struct FailureSignature: Hashable, Sendable {
    /// The code, a space and the message, with `<id>`, `<number>`, `<url>`, `<path>` and `<text>` for the differing parts.
    package let text: String

    /// Creates a signature from stored text.
    package init(text: String) { self.text = text }

    /// Creates the signature of an error.
    ///
    /// Only the first 512 bytes of the message count: a stack or a page's content follows.
    package init(code: String?, message: String?) {
        var tokens = MessageTokens(Array((message ?? "").utf8.prefix(512)))
        let parts = [code ?? "", tokens.normalized()].filter { !$0.isEmpty }
        text = parts.isEmpty ? "<no message>" : parts.joined(separator: " ")
    }
}
