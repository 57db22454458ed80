/// The user's choice of colors.
package enum Theme: String, CaseIterable, Sendable {
    /// By the terminal's background, if it is known; otherwise as `plain`.
    case auto
    /// Bright colors for a dark background.
    case dark
    /// Deep colors for a light background.
    case light
    /// Middle tones, which can be read on either background.
    case plain
}
