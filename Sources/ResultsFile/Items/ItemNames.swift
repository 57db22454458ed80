/// The names under which plain objects and csv columns hold an item's data; the first existing name counts.
enum ItemNames {
    static let api: [StaticString] = ["api", "apiName", "api_name"]
    static let apiOfRun = api + ["name"]
    static let parameters: [StaticString] = ["parameters", "params", "payload"]
    static let runID: [StaticString] = ["runId", "run_id"]
    static let started: [StaticString] = ["started_at", "startedAt", "start_time"]
    static let ended: [StaticString] = ["ended_at", "endedAt", "end_time"]
    static let attempts: [StaticString] = ["attempts_count", "attempts"]
    static let output: [StaticString] = ["output", "result"]
    static let errorCode: [StaticString] = ["error_code", "errorCode"]
    static let errorMessage: [StaticString] = ["error_message", "errorMessage"]
    static let outcome: [StaticString] = ["outcome", "status"]
    /// The members that summarize a reason.
    static let reason: [StaticString] = ["type", "message"]
}
