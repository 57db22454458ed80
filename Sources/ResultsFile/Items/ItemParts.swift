/// The parts of an item in a row's JSON, by the numbers of their values; nil for missing parts.
package struct ItemParts: Hashable, Sendable {
    /// The form of the row.
    package var shape = ItemShape.plain
    /// The outcome of the item.
    package var outcome = ItemOutcome.unknown
    /// The API's name.
    package var apiName: Int?
    /// The parameters of the call.
    package var parameters: Int?
    /// The Run's id.
    package var runID: Int?
    /// The API's return value; a returned null counts.
    package var output: Int?
    /// Payload items that the Run added to its JobRun.
    package var extendedPayloads: Int?
    /// The whole error, a string or an object.
    package var error: Int?
    /// The error's code.
    package var errorCode: Int?
    /// The error's message.
    package var errorMessage: Int?
    /// The reason why the item did not run, a string or an object.
    package var reason: Int?
    /// When the item started.
    package var startedAt: Int?
    /// When the item ended.
    package var endedAt: Int?
    /// The duration in milliseconds, if the row has it.
    package var milliseconds: Int?
    /// The number of attempts.
    package var attempts: Int?
    /// The link to the trace.
    package var traceURL: Int?
    /// The link to the log.
    package var logURL: Int?
    /// Whether the item succeeded and returned nothing: null, an empty string, array or object.
    package var isOutputEmpty = false
}

extension ItemParts {
    /// Finds the parts in a row.
    init(_ json: JSONNodes) {
        if let info = json.member("apiInfo", of: 0), json.kind(info) == .object {
            self.init(item: info, in: json)
        } else if json.string(json.member("status", of: 0), limit: 32) != nil,
            json.member("runId", of: 0) != nil || json.member("result", of: 0) != nil
        {
            self.init(runResult: json)
        } else {
            self.init(plain: json)
        }
        isOutputEmpty = outcome == .ok && shape != .plain && (output.map { json.isEmpty($0) } ?? true)
    }

    private init(item info: Int, in json: JSONNodes) {
        apiName = json.present(json.member("name", of: info))
        parameters = json.present(json.member("parameters", of: info))
        runID = json.present(json.member("runId", of: info))
        startedAt = json.member("started_at", of: info)
        endedAt = json.member("ended_at", of: info)
        traceURL = json.present(json.member("trace_url", of: info))
        logURL = json.present(json.member("log_url", of: info))
        reason = json.present(json.member("reason", of: info))
        let result = json.member("result", of: info)
        if let status = json.string(json.member("status", of: result), limit: 32), json.member("output", of: result) == nil {
            readOlderResult(result, status: status, in: json)
        } else {
            shape = .item
            output = json.member("output", of: result)
            extendedPayloads = json.member("extendedPayloads", of: result)
            readError(json.present(json.member("error", of: info)), in: json)
            outcome = error != nil ? .failed : reason != nil ? .canceled : .ok
        }
        attempts = attempts ?? json.member(anyOf: ItemNames.attempts, of: info)
    }

    private mutating func readOlderResult(_ result: Int?, status: String, in json: JSONNodes) {
        shape = .olderItem
        outcome = ItemOutcome(status: status)
        output = json.member("result", of: result)
        extendedPayloads = json.member("extendedPayloads", of: result)
        guard let error = json.present(json.member("error", of: result)) else {
            if outcome == .failed { errorMessage = json.present(json.member("message", of: result)) }
            return
        }
        readError(error, in: json)
        // In this form `error` is the code, and `message` is a separate member.
        if json.kind(error) == .string {
            errorCode = error
            errorMessage = json.present(json.member("message", of: result))
        }
    }

    private init(runResult json: JSONNodes) {
        shape = .runResult
        outcome = ItemOutcome(status: json.string(json.member("status", of: 0), limit: 32) ?? "")
        runID = json.present(json.member("runId", of: 0))
        output = json.member("result", of: 0)
        extendedPayloads = json.member("extendedPayloads", of: 0)
        reason = json.present(json.member("reason", of: 0))
        apiName = json.member(anyOf: ItemNames.apiOfRun, of: 0)
        parameters = json.present(json.member("parameters", of: 0))
        startedAt = json.member(anyOf: ItemNames.started, of: 0)
        endedAt = json.member(anyOf: ItemNames.ended, of: 0)
        readError(json.present(json.member("error", of: 0)), in: json)
        if outcome == .failed, errorMessage == nil { errorMessage = json.present(json.member("message", of: 0)) }
    }

    private init(plain json: JSONNodes) {
        guard json.kind(0) == .object else { return }
        runID = json.member(anyOf: ItemNames.runID, of: 0)
        // Any object may have a `name`; only in a Run it is the API's name.
        apiName = json.member(anyOf: runID == nil ? ItemNames.api : ItemNames.apiOfRun, of: 0)
        parameters = json.member(anyOf: ItemNames.parameters, of: 0)
        startedAt = json.member(anyOf: ItemNames.started, of: 0)
        endedAt = json.member(anyOf: ItemNames.ended, of: 0)
        milliseconds = json.member("duration_ms", of: 0)
        attempts = json.member(anyOf: ItemNames.attempts, of: 0)
        reason = said(json.member("reason", of: 0), in: json)
        output = json.member(anyOf: ItemNames.output, of: 0)
        readError(said(json.member("error", of: 0), in: json), in: json)
        errorCode = errorCode ?? said(json.member(anyOf: ItemNames.errorCode, of: 0), in: json)
        errorMessage = errorMessage ?? said(json.member(anyOf: ItemNames.errorMessage, of: 0), in: json)
        if let status = json.string(json.member(anyOf: ItemNames.outcome, of: 0), limit: 32) {
            outcome = ItemOutcome(status: status)
        }
        if outcome == .unknown, errorCode != nil || errorMessage != nil { outcome = .failed }
    }

    private mutating func readError(_ value: Int?, in json: JSONNodes) {
        error = value
        guard let value else { return }
        errorCode = json.present(json.member("code", of: value))
        errorMessage = json.kind(value) == .string ? value : json.present(json.member("message", of: value))
        attempts = json.member("attempts_count", of: json.member("details", of: value))
    }

    /// A value with content; a csv field without content is an empty string.
    private func said(_ id: Int?, in json: JSONNodes) -> Int? { id.flatMap { json.isEmpty($0) ? nil : $0 } }
}
