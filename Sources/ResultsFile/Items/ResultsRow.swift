package import FoundationEssentials

/// The summary of a row of a results file, for a list.
package struct ResultsRow: Hashable, Sendable {
    /// The row's number in the file, from 0.
    package var index: Int
    /// The number of the line where the row starts, from 1.
    package var line: Int
    /// The row's length in the file, in bytes.
    package var bytes: Int
    /// The form of the row.
    package var shape: ItemShape
    /// The outcome of the item.
    package var outcome: ItemOutcome
    /// Why the row cannot be read; nil unless the outcome is broken.
    package var fault: RowFault?
    /// The API's name.
    package var apiName: String?
    /// The parameters as compact JSON, cut to about 240 bytes.
    package var parameters: String?
    /// When the item started.
    package var startedAt: Date?
    /// The duration in seconds.
    package var duration: Double?
    /// The number of attempts, if the row has it.
    package var attempts: Int?
    /// The error's code, unmodified.
    package var errorCode: String?
    /// The error's message, cut to about 240 bytes.
    package var errorMessage: String?
    /// Why the item did not run: the reason's type or text.
    package var reason: String?
    /// The output, a string or compact JSON, cut to about 240 bytes; nil for null.
    package var output: String?
    /// The Run's id.
    package var runID: String?
    /// Whether the item succeeded and returned nothing.
    package var isOutputEmpty: Bool
    /// The beginning of a row that is broken or not an item.
    package var excerpt: String?
    /// The fields of the output; none if the output is not an object or an array of objects.
    package var outputFields = ItemFields()
}

extension ResultsRow {
    /// Creates a row from its index entry alone.
    init(_ entry: RowEntry, index: Int) {
        self.init(
            index: index, line: Int(entry.line), bytes: Int(entry.length), shape: entry.shape, outcome: entry.outcome,
            fault: entry.fault, startedAt: entry.started.map { Date(timeIntervalSince1970: Double($0) / 1_000) },
            duration: entry.duration.map { Double($0) / 1_000 }, isOutputEmpty: entry.isOutputEmpty)
    }

    /// Adds the data from the row's own bytes.
    ///
    /// - Parameters:
    ///   - limit: the most bytes kept of a text.
    ///   - hasFields: whether the fields of the output are read.
    mutating func read(_ json: JSONNodes, limit: Int, hasFields: Bool) {
        let parts = ItemParts(json)
        apiName = Excerpt.text(parts.apiName, in: json, limit: limit)
        parameters = Excerpt.text(parts.parameters, in: json, limit: limit)
        attempts = json.integer(parts.attempts)
        errorCode = Excerpt.text(parts.errorCode, in: json, limit: limit)
        errorMessage = Excerpt.text(parts.errorMessage ?? (parts.errorCode == nil ? parts.error : nil), in: json, limit: limit)
        reason = Excerpt.text(json.member(anyOf: ItemNames.reason, of: parts.reason) ?? parts.reason, in: json, limit: limit)
        output = Excerpt.text(json.present(parts.output), in: json, limit: limit)
        runID = Excerpt.text(parts.runID, in: json, limit: limit)
        if hasFields { outputFields = ItemFields(parts, in: json) }
        if parts.shape == .plain { excerpt = Excerpt.text(0, in: json, limit: limit) }
    }
}
