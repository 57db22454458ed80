/// A key that the user pressed, whatever bytes the terminal sends for it.
package enum Key: Hashable, Sendable {
    /// A character as typed, possibly wide; a combining mark comes alone.
    case character(Character)
    /// Return or the keypad's Enter.
    case enter
    /// Escape, pressed alone.
    case escape
    /// Tab.
    case tab
    /// Tab with Shift.
    case backTab
    /// The arrow keys.
    case up, down, left, right
    /// The keys for the ends of a list.
    case home, end
    /// The keys that move by a screenful.
    case pageUp, pageDown
    /// Delete to the left, whichever of its two codes the terminal sends.
    case backspace
    /// Delete to the right.
    case delete
    /// Insert.
    case insert
    /// F1 to F12, by number.
    case function(Int)
    /// A letter with Ctrl, given in lower case; `^I`, `^M`, `^J` and `^H` are `tab`, `enter`, `enter` and `backspace`.
    case control(Character)
}
