import FoundationEssentials
import ResultsFile
import TextScreen

/// Keeps the page or a handover in a file of the results folder.
extension State {
    /// Saves the page; the ending of the name decides the format.
    ///
    /// - Parameter name: the name, or a path from the results folder on; empty for a name that says page and time.
    mutating func saveSnapshot(_ name: String) -> [Effect] {
        let name = name.isEmpty ? "jobtop-\(page.kind)-\(stampOfNow).svg" : name
        guard let format = SnapshotFormat(ofFile: name) else {
            say(Wording.snapshotEnding, .warning)
            return []
        }
        return [.save(SaveOrder(path: path(of: name), content: .page(pictured.snapshot(as: format, in: .auto))))]
    }

    /// Saves a handover about the last hours.
    ///
    /// - Parameter span: the time that it is about, such as `8h`; empty for a shift.
    mutating func saveHandover(_ span: String) -> [Effect] {
        guard let seconds = span.isEmpty ? HandoverFacts.shift : HandoverSpan.seconds(span) else {
            say(Wording.handoverSpan, .warning)
            return []
        }
        let facts = HandoverFacts(self, since: serverNow.addingTimeInterval(-seconds))
        return [.save(SaveOrder(path: path(of: "jobtop-handover-\(stampOfNow).md"), content: .handover(facts)))]
    }

    /// Says where a text is, asks before an existing file is replaced, or says why there is none.
    mutating func noteSaved(_ order: SaveOrder, _ problem: ResultsError?) {
        switch problem {
        case nil: say(Wording.saved(order), .good)
        case .alreadyExists:
            var replacing = order
            replacing.replaces = true
            ask(.overwriteSaved(replacing))
        case .some(let problem): say(Wording.sentence(problem), .bad)
        }
    }

    /// The page without what answers a key, and with every secret hidden.
    private var pictured: Canvas {
        var state = self
        (state.menu, state.question, state.notice, state.typing, state.revealed) = (nil, nil, nil, nil, nil)
        // Rows that held a secret are made again; nothing is requested for a picture.
        _ = state.update(.timePassed, at: now)
        return draw(state)
    }

    private func path(of name: String) -> String {
        let folder = settings.resultsFolder
        return folder == "." || name.hasPrefix("/") ? name : folder + (folder.hasSuffix("/") ? "" : "/") + name
    }

    /// The local time for the name of a file.
    private var stampOfNow: String {
        Wording.dateAndTime(now.wall, settings.offsets).replacing("-", with: "").replacing(":", with: "")
            .replacing(" ", with: "-")
    }
}
