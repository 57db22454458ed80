extension NcursesTerminal {
    /// Whether the terminal is known to understand requests for reports of the mouse.
    package var knowsMouse: Bool { Attention.isUnderstood(by: screen.term, missing: standIn?.missing) }

    /// Asks the terminal to report the mouse, or not to; each picture that begins repeats the request.
    ///
    /// - Returns: false if the terminal is not known to understand, or is gone.
    package func reportMouse(_ isOn: Bool) -> Bool {
        guard knowsMouse, transmit(Array((isOn ? MouseReport.on : MouseReport.off).utf8)) else { return false }
        reportsMouse = isOn
        return true
    }
}
