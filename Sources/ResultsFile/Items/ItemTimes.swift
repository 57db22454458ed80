/// An item's start and duration, in milliseconds.
struct ItemTimes: Equatable {
    /// The start since 1970 (UTC).
    var started: Int64?
    var ended: Int64?
    var duration: Int64?

    init(_ parts: ItemParts, in json: JSONNodes) {
        started = parts.startedAt.flatMap { Self.milliseconds($0, json) }
        ended = parts.endedAt.flatMap { Self.milliseconds($0, json) }
        if let said = json.integer(parts.milliseconds) {
            duration = Int64(said)
        } else if let started, let ended, ended >= started {
            duration = ended - started
        }
    }

    private static func milliseconds(_ id: Int, _ json: JSONNodes) -> Int64? {
        switch json.kind(id) {
        case .string: TimeText.milliseconds(UnsafeBufferPointer(rebasing: json.text(id).dropFirst().dropLast()))
        case .number: TimeText.sinceEpoch(json.text(id))
        case .null, .false, .true, .array, .object: nil
        }
    }
}
