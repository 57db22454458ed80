package import FoundationEssentials

/// One row of a results file, in as many words as a list has room for.
package struct ResultsRow: Hashable, Sendable {
    /// The row's number in the file, from 0.
    package var index: Int
    /// The number of the line that it starts in, from 1.
    package var line: Int
    /// Its length in the file.
    package var bytes: Int
    /// Which form it has.
    package var shape: ItemShape
    /// How the item ended.
    package var outcome: ItemOutcome
    /// Why the row cannot be read; nil unless the outcome is broken.
    package var fault: RowFault?
    /// The API's name.
    package var apiName: String?
    /// The parameters as compact JSON, cut to about 240 bytes.
    package var parameters: String?
    /// When the item started.
    package var startedAt: Date?
    /// Seconds it took.
    package var duration: Double?
    /// How often it was tried, where the row says so.
    package var attempts: Int?
    /// The error's code as it came.
    package var errorCode: String?
    /// The error's message, cut to about 240 bytes.
    package var errorMessage: String?
    /// Why it did not run: the reason's type or text.
    package var reason: String?
    /// What came out, a string or compact JSON, cut to about 240 bytes; nil for null.
    package var output: String?
    /// The Run's id.
    package var runID: String?
    /// Whether the item went well and returned nothing.
    package var isOutputEmpty: Bool
    /// The beginning of a row that is broken or no item, for want of anything better to show.
    package var excerpt: String?
}

extension ResultsRow {
    /// What the index alone knows of a row.
    init(_ entry: RowEntry, index: Int) {
        self.init(
            index: index, line: Int(entry.line), bytes: Int(entry.length), shape: entry.shape, outcome: entry.outcome,
            fault: entry.fault, startedAt: entry.started.map { Date(timeIntervalSince1970: Double($0) / 1_000) },
            duration: entry.duration.map { Double($0) / 1_000 }, isOutputEmpty: entry.isOutputEmpty)
    }

    /// Adds what a row's own bytes say.
    ///
    /// - Parameter limit: bytes of a text that are kept.
    mutating func read(_ json: JSONNodes, limit: Int) {
        let parts = ItemParts(json)
        apiName = Excerpt.text(parts.apiName, in: json, limit: limit)
        parameters = Excerpt.text(parts.parameters, in: json, limit: limit)
        attempts = json.integer(parts.attempts)
        errorCode = Excerpt.text(parts.errorCode, in: json, limit: limit)
        errorMessage = Excerpt.text(parts.errorMessage ?? (parts.errorCode == nil ? parts.error : nil), in: json, limit: limit)
        reason = Excerpt.text(json.member(anyOf: ItemNames.reason, of: parts.reason) ?? parts.reason, in: json, limit: limit)
        output = Excerpt.text(json.present(parts.output), in: json, limit: limit)
        runID = Excerpt.text(parts.runID, in: json, limit: limit)
        if parts.shape == .plain { excerpt = Excerpt.text(0, in: json, limit: limit) }
    }
}
