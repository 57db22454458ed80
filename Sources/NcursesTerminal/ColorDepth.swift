import CNcurses
import TextScreen

extension ColorDepth {
    /// Turns colors on for the current screen, if they are wanted and the terminal can show them on its own background.
    static func start(wantsColor: Bool) -> ColorDepth {
        guard wantsColor, has_colors(), start_color() == OK, use_default_colors() == OK else { return .monochrome }
        // Where colors are given by their red, green and blue, only the first eight numbers mean what they do elsewhere.
        let isDirect = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || Terminfo.string("RGB") != nil
        return color_count() >= 256 && !isDirect ? .palette : .basic
    }
}
