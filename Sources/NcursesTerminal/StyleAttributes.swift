import CNcurses
import TextScreen

extension Look.Style {
    /// The same for curses.
    var attributes: attr_t {
        var attributes: attr_t = 0
        if contains(.bold) { attributes |= attribute_bold }
        if contains(.dim) { attributes |= attribute_dim }
        if contains(.reverse) { attributes |= attribute_reverse }
        if contains(.underline) { attributes |= attribute_underline }
        return attributes
    }
}
