import ResultsFile
package import TextScreen

/// Whether the shown page will show more, for who looks at it only once.
extension State {
    /// Whether all that the shown page needs has come or cannot come; a row whose request failed says so itself.
    package var hasAllItShows: Bool {
        guard fits else { return true }
        let focus = page.content.focus(in: self)?.topic
        let hasCome = page.content.wants(in: self).allSatisfy { want in
            let track = polling.track(want.topic)
            return track.answered != nil || want.topic != focus && track.failure != nil
        }
        return hasCome && hasReadAllItShows
    }

    /// The failures of the request that the whole page depends on; nil while none has failed.
    package var failureOfPage: Polling.Failure? {
        page.content.focus(in: self).flatMap { polling.track($0.topic).failure } ?? polling.outage
    }

    private var hasReadAllItShows: Bool {
        guard !fetches.values.contains(where: \.isUnderWay) else { return false }
        guard let reading else { return true }
        let asksNothing = reading.askedRows == nil && reading.askedItem == nil && reading.askedBytes == nil
        guard reading.isOpen, reading.snapshot.phase.isFinal, asksNothing else { return false }
        guard case .items = page else { return true }
        return reading.failure != nil || reading.filter != nil && reading.view.isFinal
    }
}

extension Keymap {
    /// The key to name for a command on a page; nil if the page has no such command, or no key for it.
    package func key(of command: Command, on page: PageKind) -> Key? {
        bindings(on: page).first { $0.command == command }?.keys.first
    }
}
