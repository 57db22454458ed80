/// A sentence that answers a key press, shown for a while.
package struct Notice: Hashable, Sendable {
    /// The tone of the sentence.
    package enum Tone: Hashable, Sendable { case plain, good, warning, bad }

    /// Seconds for which a notice stays, unless a key press removes it.
    static let lifetime = 8.0

    /// The sentence.
    package var text: String
    /// The tone of the sentence.
    package var tone: Tone
    /// When the notice was created.
    package var said: Moment
}
