import CNcurses

/// How many colours can be told apart on the terminal, as far as the looks of roles depend on it.
enum ColorDepth: Equatable {
    /// None, or none wanted.
    case monochrome
    /// The 8 colours of ECMA-48, whose exact shades are the user's choice. A terminal with 16 has their bright variants as
    /// well, but each of those vanishes on one background or another, so they are not used.
    case basic
    /// The fixed palette of 256.
    case palette

    /// Turns colours on for the current screen, if they are wanted and the terminal can show them on its own background.
    static func start(wantsColor: Bool) -> ColorDepth {
        guard wantsColor, has_colors(), start_color() == OK, use_default_colors() == OK else { return .monochrome }
        // Where colours are given by their red, green and blue, only the first eight numbers mean what they do elsewhere.
        let isDirect = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || Terminfo.string("RGB") != nil
        return color_count() >= 256 && !isDirect ? .palette : .basic
    }
}
