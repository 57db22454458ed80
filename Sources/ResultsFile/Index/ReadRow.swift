/// What was read of a row: its entry, and the texts that the index counts.
struct ReadRow {
    var entry: RowEntry
    /// The row's length in bytes, which the entry may not hold.
    let length: Int64
    let apiName: String?
    let code: String?
    let message: String?

    /// A row that cannot be read.
    init(_ span: RowSpan, _ fault: RowFault) {
        entry = RowEntry(span)
        entry.fault = fault
        entry.outcome = .broken
        length = span.length
        (apiName, code, message) = (nil, nil, nil)
    }

    /// An item.
    init(_ span: RowSpan, _ json: JSONNodes) {
        let parts = ItemParts(json)
        let times = ItemTimes(parts, in: json)
        entry = RowEntry(span)
        entry.shape = parts.shape
        entry.outcome = parts.outcome
        entry.started = times.started
        entry.duration = times.duration.map { UInt32(clamping: min($0, Int64(UInt32.max) - 1)) }
        entry.isOutputEmpty = parts.isOutputEmpty
        length = span.length
        apiName = Excerpt.text(parts.apiName, in: json)
        let hasFailed = parts.outcome == .failed
        code = hasFailed ? Excerpt.text(parts.errorCode, in: json) : nil
        let said = parts.errorMessage ?? (parts.errorCode == nil ? parts.error : nil)
        message = hasFailed ? Excerpt.text(said, in: json, limit: 512) : nil
    }
}
