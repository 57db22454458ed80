/// Looking only: no action is sent, unless the user lifts that for a time.
extension State {
    /// The longest time for which actions may be allowed, in seconds.
    static let longestArming = 12 * 3600.0

    /// Whether actions are forbidden now.
    package var isReadOnly: Bool { settings.isReadOnly && armedFor == nil }

    /// Seconds for which actions are still allowed although jobtop was started to look only; nil if they are not, or always are.
    package var armedFor: Double? {
        guard settings.isReadOnly, let until = actions.armedUntil, until > now.uptime else { return nil }
        return until - now.uptime
    }

    /// Allows actions for a time, given as `10m`, `90s` or `1h`, or forbids them again with `off`.
    mutating func arm(_ text: String) {
        guard settings.isReadOnly else { return say(Wording.armedAlways, .plain) }
        if text == "off" || text == "0" {
            actions.armedUntil = nil
            return say(Wording.disarmed, .plain)
        }
        guard let seconds = Self.seconds(of: text) else { return say(Wording.badArming(text), .warning) }
        actions.armedUntil = now.uptime + seconds
        say(Wording.armed(for: seconds), .warning)
    }

    /// The seconds of a time such as `10m`; nil if the text is none, or is too long.
    static func seconds(of text: String) -> Double? {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Int(text.dropLast()), number > 0 else { return nil }
        let seconds = Double(number) * unit
        return seconds <= longestArming ? seconds : nil
    }
}
