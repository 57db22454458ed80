/// Lines of results files in the platform's form (API.md section 8), written by hand.
enum Lines {
    static func ok(_ name: String = "prices", output: String = #"{"price":1}"#, run: String = "r1") -> String {
        item(name, run: run, result: #"{"output":\#(output),"extendedPayloads":[]}"#, error: "null", reason: "null")
    }

    static func failed(
        _ name: String = "prices", code: String = "script-timeout", message: String = "too slow", run: String = "r2",
        started: String = "2026-03-01T10:00:00.000Z"
    ) -> String {
        let error =
            #"{"message":"\#(message)","code":"\#(code)","category":"execution","details":{"attempts_count":3}}"#
        return item(name, run: run, result: "null", error: error, reason: "null", started: started)
    }

    static func canceled(_ name: String = "prices") -> String {
        item(name, run: "r3", result: "null", error: "null", reason: #"{"type":"terminated","message":"Max runs exceeded"}"#)
    }

    static func item(
        _ name: String, run: String, result: String, error: String, reason: String,
        started: String = "2026-03-01T10:00:00.000Z"
    ) -> String {
        #"{"apiInfo":{"name":"\#(name)","parameters":{"page": 1},"runId":"\#(run)","result":\#(result),"#
            + #""started_at":"\#(started)","ended_at":"2026-03-01T10:00:02.500Z","error":\#(error),"reason":\#(reason),"#
            + #""trace_url":"https://store.example/t","log_url":"https://store.example/l"},"workspaceId":"w"}"#
    }

    /// This many items, every third of them failed.
    static func many(_ count: Int) -> String {
        (0..<count).map { $0 % 3 == 2 ? failed("api-\($0 % 5)", run: "r\($0)") : ok("api-\($0 % 5)", run: "r\($0)") }
            .joined(separator: "\n") + "\n"
    }
}
