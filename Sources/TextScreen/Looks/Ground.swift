/// The terminal's own background, as far as it decides which colors can be read.
package enum Ground: CaseIterable, Sendable {
    /// Not known; colors must suit both.
    case unknown
    /// Black, or another dark color.
    case dark
    /// White, or another light color.
    case light

    /// The ground before the terminal has answered.
    ///
    /// - Parameter variable: the value of COLORFGBG, such as `15;0` or `0;default;15`: rxvt, Konsole and others end it with the
    ///   number of the background, of which 7 and 9 to 15 are light ones.
    package init(of theme: Theme, variable: String?) {
        switch theme {
        case .dark: self = .dark
        case .light: self = .light
        case .plain: self = .unknown
        case .auto:
            let parts = variable?.split(separator: ";", omittingEmptySubsequences: false) ?? []
            let number = parts.count > 1 ? parts.last.flatMap { UInt8($0) } : nil
            switch number {
            case .some(0...6), .some(8): self = .dark
            case .some(7), .some(9...15): self = .light
            case .some, .none: self = .unknown
            }
        }
    }

    /// The ground of a color in linear parts from 0 to 1: light if black text has more contrast on it than white text.
    package init(red: Double, green: Double, blue: Double) {
        let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        self = luminance > 0.18 ? .light : .dark
    }
}
