import Testing

@testable import Simulator

struct FaultSocketTests {
    /// The answer to "get job" with a fault, and how the connection ended.
    private func answer(_ fault: String, limit: Int = 64 << 20, patience: Int = 10_000) async throws -> RawAnswer {
        var answer = RawAnswer()
        try await Stage.with(.failing, faults: [try Fault(fault)]) { stage in
            let connection = try RawConnection(port: stage.port)
            connection.send("GET", stage.root + "/jobs/site-redesigned", stage.key)
            answer = connection.receive(limit: limit, patience: patience)
        }
        return answer
    }

    @Test(arguments: [
        (401, "unauthorized"), (403, "forbidden"), (404, "not-found"), (429, "rate-limited"), (500, "internal-server-error"),
        (503, "internal-server-error"), (504, "internal-server-error"),
    ])
    func statusesComeWithTheBodyOfTheAPI(_ status: Int, _ code: String) async throws {
        let answer = try await answer("job=\(status)")
        #expect(answer.status == status)
        #expect(try answer.json["code"]?.text == code)
        #expect(answer.headers["retry-after"] == nil)
    }

    @Test func theWaitIsSaidInSecondsOrAsADate() async throws {
        #expect(try await answer("job=429:17").headers["retry-after"] == "17")
        #expect(try await answer("job=429:date:90").headers["retry-after"] == "Tue, 24 Nov 2026 06:01:30 GMT")
    }

    @Test func aBadGatewayIsHTML() async throws {
        let answer = try await answer("job=502")
        #expect(answer.status == 502)
        #expect(answer.headers["content-type"] == "text/html")
        #expect(answer.text.hasPrefix("<html>"))
    }

    @Test func connectionsHangAreResetAndCut() async throws {
        let silent = try await answer("job=hang", patience: 100)
        #expect(silent.status == nil && silent.end == .silent)
        let reset = try await answer("job=reset")
        #expect(reset.status == nil && reset.end == .reset)
        let cut = try await answer("job=cut:100")
        #expect(cut.end == .reset)
        #expect(cut.body.count <= 100)
    }

    @Test func bodiesAreTruncatedInvalidEmptyAndOfAnotherType() async throws {
        let truncated = try await answer("job=truncated")
        #expect(truncated.end == .complete && truncated.body.count > 100)
        #expect(throws: (any Error).self) { try truncated.json }
        let invalid = try await answer("job=invalid")
        #expect(throws: (any Error).self) { try invalid.json }
        let empty = try await answer("job=empty")
        #expect(empty.status == 200 && empty.body.isEmpty && empty.end == .complete)
        #expect(try await answer("job=root").json == .array([.number(1), .number(2), .number(3)]))
    }

    @Test func aWrongLengthEndsTheConnection() async throws {
        let long = try await answer("job=length:10")
        #expect(long.end == .closed)
        let short = try await answer("job=length:-10")
        #expect(short.end == .complete)
        #expect(throws: (any Error).self) { try short.json }
    }

    @Test func aSlowBodyComesDropByDrop() async throws {
        let answer = try await answer("job=slow:50", limit: 120)
        #expect(answer.end == .limit)
        #expect((120...250).contains(answer.body.count))
    }

    @Test func aDelayedAnswerIsWhole() async throws {
        #expect(try await answer("job=delay:0.05").json["id"] == "site-redesigned")
    }

    @Test func aRedirectNamesItsTarget() async throws {
        let away = try await answer("job=redirect:http://other.example/x")
        #expect(away.status == 302 && away.headers["location"] == "http://other.example/x")
        #expect(try await answer("job=redirect").headers["location"]?.hasSuffix("/jobs/site-redesigned") == true)
    }

    @Test func bodiesAndHeadersMayHaveNoEnd() async throws {
        #expect(try await answer("job=endless", limit: 2_000_000).end == .limit)
        #expect(try await answer("job=bomb", limit: 2_000_000).headers["content-encoding"] == "gzip")
        let headers = try await answer("job=headers", limit: 500_000)
        #expect(headers.status == nil && headers.end == .limit)
        let big = try await answer("job=big", limit: 1_000_000)
        #expect(big.headers["content-length"] == "100000000")
    }

    @Test func theClockOfTheServerMayBeOff() async throws {
        #expect(try await answer("job=skew:3600").headers["date"] == "Tue, 24 Nov 2026 07:00:00 GMT")
    }

    @Test func faultsOfTheStoreChangeWhatItServes() async throws {
        try await Stage.with { stage in
            let run = try stage.endedRun(of: "catalogue-sync")
            let fetch = { (fault: String?, headers: [String: String]) in
                stage.simulator.setFaults(try fault.map { [try Fault($0)] } ?? [])
                let link = try stage.link(run: run)
                let connection = try RawConnection(port: link.port)
                connection.send("GET", link.target, headers)
                return connection.receive()
            }
            let whole = try fetch(nil, [:])
            #expect(try fetch("store=norange", ["Range": "bytes=5-"]).body == whole.body)
            #expect(try fetch("store=404", [:]).text.contains("<Error>"))
            #expect(try fetch("store=expired", [:]).text.contains("Request has expired"))
            #expect(try fetch("run=expired", [:]).text.contains("Request has expired"))
            #expect(try fetch("store=cut:4096", [:]).end == .reset)
            let zipped = try fetch("store=gzip", [:])
            #expect(zipped.headers["content-encoding"] == "gzip")
            #expect(zipped.body == Archive.gzip(whole.body))
            let changed = try fetch("store=changed", ["Range": "bytes=5-", "If-Range": whole.headers["etag"] ?? ""])
            #expect(changed.status == 200)
            #expect(changed.headers["etag"] != whole.headers["etag"])
            #expect(changed.body.count == whole.body.count && changed.body != whole.body)
        }
    }

    @Test func faultsOnOneKindOfCallLeaveTheOthersAloneAndEnd() async throws {
        try await Stage.with(.failing, faults: [Fault(.jobs, .serverError, times: 2)]) { stage in
            #expect(try stage.call("GET", "/jobs/site-redesigned").status == 200)
            var statuses: [Int?] = []
            for _ in 0..<3 { statuses.append(try stage.call("GET", "/jobs").status) }
            #expect(statuses == [500, 500, 200])
        }
    }
}
