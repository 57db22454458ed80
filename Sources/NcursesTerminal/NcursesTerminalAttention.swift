extension NcursesTerminal {
    /// Rings the bell and sends a notification, where the terminal takes one.
    package func alert(title: String, text: String) { _ = transmit(Array(attention.alert(title: title, text: text).utf8)) }

    /// Sets the title until the terminal is given back; after a suspension it is set again.
    package func setTitle(_ title: String) {
        self.title = title
        _ = transmit(Array(attention.title(title).utf8))
    }
}
