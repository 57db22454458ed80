/// A sentence that answers what the user did, shown for a while.
package struct Notice: Hashable, Sendable {
    /// How the sentence is meant.
    package enum Tone: Hashable, Sendable { case plain, good, warning, bad }

    /// Seconds that a notice stays, unless a key takes it away.
    static let lifetime = 8.0

    /// The sentence.
    package var text: String
    /// How it is meant.
    package var tone: Tone
    /// When it was said.
    package var said: Moment
}
