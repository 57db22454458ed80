import Glibc
package import TextScreen

extension NcursesTerminal {
    /// Sets the window's title, rings the bell and shows a notification, beside what curses sends and without touching the screen.
    ///
    /// The former title comes back when the terminal is given back. A terminal that is known not to understand only rings.
    package func announce(_ announcement: Announcement) {
        guard !isClosed, !isGivenBack, screen.isInForeground else { return }
        guard hasTitle else {
            if announcement.text != nil { _ = send("\u{7}") }
            return
        }
        let isFirst = title == nil
        title = announcement.title
        var bytes = isFirst ? AnnouncementSequence.pushTitle : ""
        bytes += AnnouncementSequence.title(announcement.title, charset)
        if let text = announcement.text {
            bytes += AnnouncementSequence.notification(
                text, title: announcement.title, charset, isTmux: screen.term.hasPrefix("tmux"))
        }
        _ = send(bytes)
    }

    /// Whether the terminal has a title that can be set and given back.
    var hasTitle: Bool { [screen.term, standIn?.missing].compactMap { $0 }.allSatisfy(AnnouncementSequence.isUnderstood) }

    /// Gives the former title back.
    func giveTitleBack() {
        if title != nil, screen.isInForeground { _ = send(AnnouncementSequence.popTitle) }
    }

    /// Sets the title again after the terminal was given back for a while.
    func takeTitleAgain() {
        guard let title else { return }
        _ = send(AnnouncementSequence.pushTitle + AnnouncementSequence.title(title, charset))
    }

    /// Writes bytes past curses; false if the terminal is gone.
    func send(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { write(screen.outputDescriptor, $0.baseAddress, $0.count) }
            if sent < 0 && errno == EINTR { continue }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }
}
