/// The known forms of a row; the raw values are those of the index file.
package enum ItemShape: UInt8, Hashable, Sendable, CaseIterable {
    /// Any other JSON value, or a csv record; known names in it are used.
    case plain = 0
    /// `apiInfo` with `result: {output, extendedPayloads}`, `error` and `reason` (API.md section 8).
    case item
    /// `apiInfo` with the older `result: {status, result | error, message, statusCode}`.
    case olderItem
    /// The answer of the run-result call: `{runId, status, result, error, reason}` (API.md section 3.8).
    case runResult
}
