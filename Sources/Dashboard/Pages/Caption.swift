import Intuned
import TextScreen

/// What stands beside the count on top of every list.
enum Caption {
    /// That a filter is on, and how many rows it leaves.
    static func filter(_ filter: Filter, shown: Int) -> [Span] {
        filter.isEmpty ? [] : [Span(", filter \u{201C}\(filter.text)\u{201D} shows \(Wording.number(shown))", .active)]
    }

    /// That rows could not be read, the first of them by name.
    static func badRows(_ rows: [BadRow]) -> [Span] {
        guard let first = rows.first else { return [] }
        let name = first.id.map { "\($0): " } ?? "row \(first.index + 1): "
        return [Span(", \(Wording.count(rows.count, "unreadable row")) (\(name)\(Wording.words(first.problem)))", .warning)]
    }
}

/// What stands on a page that has nothing to show yet.
enum Placeholder {
    static func text(for topic: Topic, in state: State) -> String {
        let isFailing = state.polling.track(topic).failure != nil || state.polling.outage != nil
        if isFailing { return Wording.noAnswerYet }
        return Wording.asking(state.profile.settings.host, state.settings.charset)
    }
}
