import Synchronization

/// What a client remembers of its last answers, so that it reads again only what changed.
///
/// It keeps values and fingerprints, no text, and only answers to requests that were repeated lately: a page that was left takes no
/// memory for long.
final class AnswerMemory: Sendable {
    /// The most rows of all remembered answers together: thirty jobs with twenty runs each.
    static let mostRows = 600
    /// The number of latest requests whose answers are remembered: more than are sent while every job is asked for once.
    static let latest = 300

    private struct Entry: Sendable {
        var digest: Digest
        /// The value, without its rows.
        var value: any Sendable
        /// The rows, as `KnownRows` of the answer's kind; nil for an answer without rows.
        var rows: (any Sendable)?
        var count: Int
        var asked: Int
    }

    private struct Entries: Sendable {
        var known: [String: Entry] = [:]
        var count = 0
        var asked = 0
    }

    private let entries = Mutex(Entries())

    /// The value of an answer, as far as it can be read with what is remembered; nil if it must be read as a whole.
    ///
    /// - Parameter target: what was asked for.
    func value<Answer: Sendable>(of body: [UInt8], to target: String, as type: Answer.Type) -> Answer? {
        let digest = Digest(body[...])
        let last = entries.withLock { $0.known[target] }
        if let kind = type as? any AnswerOfRows.Type {
            return read(body, digest, kind, after: last, to: target) as? Answer
        }
        guard let last, last.digest == digest, let value = last.value as? Answer else { return nil }
        keep(value, digest, rows: nil, count: 1, to: target)
        return value
    }

    /// Remembers the value of an answer without rows; one with rows that had to be read as a whole has no bound.
    func keep(_ value: some Sendable, of body: [UInt8], to target: String) {
        guard !(value is any AnswerOfRows) else { return }
        keep(value, Digest(body[...]), rows: nil, count: 1, to: target)
    }

    private func read<Answer: AnswerOfRows>(
        _ body: [UInt8], _ digest: Digest, _ kind: Answer.Type, after last: Entry?, to target: String
    ) -> Answer? {
        var rows = last?.rows as? KnownRows<Answer.Element> ?? KnownRows()
        if let last, last.digest == digest, var value = last.value as? Answer {
            keep(value, digest, rows: rows, count: last.count, to: target)
            value.put(rows.all)
            return value
        }
        guard let value = rows.read(body, as: kind) else { return nil }
        var rest = value
        rest.put(Rows([]))
        keep(rest, digest, rows: rows, count: max(1, rows.count), to: target)
        return value
    }

    private func keep(_ value: any Sendable, _ digest: Digest, rows: (any Sendable)?, count: Int, to target: String) {
        entries.withLock { entries in
            entries.asked += 1
            let former = entries.known.updateValue(
                Entry(digest: digest, value: value, rows: rows, count: count, asked: entries.asked), forKey: target)
            entries.count += count - (former?.count ?? 0)
            while let oldest = entries.known.min(by: { $0.value.asked < $1.value.asked }),
                entries.count > Self.mostRows || oldest.value.asked <= entries.asked - Self.latest
            {
                entries.known[oldest.key] = nil
                entries.count -= oldest.value.count
            }
        }
    }
}
