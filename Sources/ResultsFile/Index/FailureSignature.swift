/// What failures of one cause have in common: the code, and the message without what differs from item to item.
package struct FailureSignature: Hashable, Sendable {
    /// The code, a space and the message, with `<id>`, `<number>`, `<url>`, `<path>` and `<text>` in the place of such things.
    package let text: String

    /// Takes over a signature that was kept.
    package init(text: String) { self.text = text }

    /// Makes the signature of an error.
    ///
    /// The message counts up to its first 512 bytes: what follows is a stack or a page's content.
    package init(code: String?, message: String?) {
        var tokens = MessageTokens(Array((message ?? "").utf8.prefix(512)))
        let parts = [code ?? "", tokens.normalized()].filter { !$0.isEmpty }
        text = parts.isEmpty ? "<no message>" : parts.joined(separator: " ")
    }
}
