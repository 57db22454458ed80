/// The meaning of a piece of the screen, from which the terminal chooses its look; views never name a color.
package enum Role: UInt8, CaseIterable, Sendable {
    /// Plain text.
    case normal
    /// Text that is more important than the text around it.
    case strong
    /// The heading of a page or a pane.
    case title
    /// Text that may be overlooked: labels, units, remarks.
    case muted
    /// The frame of a pane.
    case border
    /// The frame of the pane that has the keyboard focus.
    case focusedBorder
    /// A row that the user has marked.
    case marked
    /// The name of a key in the footer.
    case key
    /// A good outcome.
    case good
    /// A bad outcome.
    case bad
    /// Something that needs a look.
    case warning
    /// Something in progress.
    case active
    /// An address.
    case link
    /// The part of a gauge that went well.
    case gaugeGood
    /// The part of a gauge that went wrong.
    case gaugeBad
    /// The part of a gauge that is still to come.
    case gaugeLeft
    /// Old data, kept until newer data comes.
    case stale
    /// Typed text that is not understood.
    case mistake
    /// A visible mark in place of foreign text that must not reach the terminal raw.
    case foreignMark
}
