import Intuned
import Query
import TextScreen

/// The text beside the count at the top of every list.
enum Caption {
    /// A note that a filter is on, with the number of rows that it shows.
    static func filter(_ filter: Filter, _ names: FieldNames, shown: Int) -> [Span] {
        guard !filter.isEmpty else { return [] }
        let mistakes = filter.query(names).mistakes.count
        return [Span(", filter \u{201C}\(filter.text)\u{201D} shows \(Wording.number(shown))", .active)]
            + (mistakes > 0 ? [Span(", \(Wording.notUnderstood(mistakes))", .warning)] : [])
    }

    /// A note that the list is not in its own order.
    static func order(_ order: ListOrder) -> [Span] {
        order.isStandard ? [] : [Span(", \(Wording.sorted(order))", .active)]
    }

    /// A note that rows could not be read, with the first error.
    static func badRows(_ rows: [BadRow]) -> [Span] {
        guard let first = rows.first else { return [] }
        let name = first.id.map { "\($0): " } ?? "row \(first.index + 1): "
        return [Span(", \(Wording.count(rows.count, "unreadable row")) (\(name)\(Wording.words(first.problem)))", .warning)]
    }
}

/// The text of a page that has nothing to show yet.
enum Placeholder {
    static func text(for topic: Topic, in state: State) -> String {
        let isFailing = state.polling.track(topic).failure != nil || state.polling.outage != nil
        if isFailing { return Wording.noAnswerYet }
        return Wording.asking(state.profile.settings.host, state.settings.charset)
    }
}
