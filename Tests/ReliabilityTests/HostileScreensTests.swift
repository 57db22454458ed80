import Dashboard
import Foundation
import Fuzzing
import Intuned
import Testing
import TextScreen

/// Hostile values on their way from an answer to every page affect only their own place.
@Suite struct HostileScreensTests {
    private static let now = Moment(wall: Date(timeIntervalSince1970: 1_795_456_800), uptime: 1000)
    /// A JSON value for every place in a job and a run that can hold one.
    static let values: [String: String] = [
        "10,000 levels": String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
        "all that moves, colours and hides": #""\u001b[2J\u009b31m\u202e\u200be\u0301\u0301漢👩‍👩‍👧‍👦\u0000\ue000\u2066""#,
        "half a surrogate pair": #""\ud83d and \ude00\ud83d""#, "a number beyond Int": "99999999999999999999",
        "a number beyond Double": "1e999", "a number below Double": "-1e999", "a fraction": "0.1e-400",
        "the largest Double": "1.7976931348623157e308",
        "the largest Int": "9223372036854775807", "the smallest Int": "-9223372036854775808",
        "the same key twice": #"{"id": "a", "id": "b", "message": 1, "message": "2", "type": null, "type": {}}"#,
        "a time before all": "\"0000-01-01T00:00:00Z\"", "a time after all": "\"9999-12-31T23:59:60+23:59\"",
        "nothing": "null", "no text": "\"\"",
    ]

    /// Texts of 10 MB.
    static let floods = [
        "letters": "\"\(String(repeating: "x", count: 10_000_000))\"",
        "combining marks": "\"a\(String(repeating: "\\u0301", count: 1_700_000))\"",
    ]

    private static let goodJob = #"{"id": "good", "state": "ACTIVE", "created_at": "2026-11-24T00:00:00Z", "payload": []}"#
    private static let goodRun = #"{"id": "good", "status": "SUCCESS", "created_at": "2026-11-24T00:00:00Z"}"#

    private static func job(_ id: String, _ value: String) -> String {
        """
        {"id": \(id), "state": \(value), "created_at": \(value), "configuration": {"maxConcurrentRequests": \(value),
         "retry": {"maximumAttempts": \(value)}}, "reason": {"type": \(value), "message": \(value), "timestamp": \(value)},
         "schedule": {"jitter": \(value), "intervals": [{"every": \(value)}], "calendars": [\(value)]}, "next_run_time": \(value),
         "payload": [{"apiName": "a", "parameters": \(value), "requestTimeout": \(value)}, {"apiName": \(value)}]}
        """
    }

    private static func run(_ id: String, _ value: String) -> String {
        """
        {"id": \(id), "status": \(value), "type": \(value), "job_id": \(value), "project_id": \(value), "payloads": \(value),
         "successful_runs": \(value), "failed_runs": \(value), "start_time": \(value), "end_time": \(value), "updated_at": \(value),
         "error": {"message": \(value), "code": \(value), "category": \(value), "details": \(value), "correlationId": \(value)},
         "reason": {"type": \(value), "message": \(value), "details": \(value), "doc_url": \(value)},
         "job_configuration_snapshot": {"configuration": {"odd": \(value)}, "payload": [{"apiName": \(value)}]}}
        """
    }

    private static func results(_ value: String) -> String {
        """
        {"signed_url": "https://a.example/r", "format": \(value), "size": \(value), "key": \(value),
         "signed_url_expiration": \(value)}
        """
    }

    private func answer<Answer>(_ endpoint: Endpoint<Answer>, _ body: String) async -> Result<Answered<Answer>, IntunedError> {
        let client = IntunedClient(
            baseURL: "https://a.example", workspaceID: "w", project: "p", apiKey: Secret("k"),
            transport: OneAnswer(body: Array(body.utf8)))
        do throws(IntunedError) { return .success(try await client.call(endpoint)) } catch { return .failure(error) }
    }

    @Test(arguments: values.keys.sorted()) func noValueLeavesItsPlaceOnAnyPage(name: String) async throws {
        let value = try #require(Self.values[name])
        for job in [Self.job("\"j\"", value), Self.job(value, "null")] { await expectHarmless(job: job) }
        await expectHarmless(run: Self.run("\"r\"", value), results: Self.results(value))
    }

    @Test(arguments: floods.keys.sorted()) func noFloodLeavesItsPlaceOnAnyPage(name: String) async throws {
        let value = try #require(Self.floods[name])
        await expectHarmless(job: Self.job(value, "null"))
        await expectHarmless(run: #"{"id": "r", "status": "FAILURE", "error": {"message": \#(value)}}"#)
    }

    private func expectHarmless(job: String) async {
        var state = state([])
        let answer = await answer(Endpoints.jobs(), "[\(job), \(Self.goodJob)]")
        _ = state.update(.jobsLoaded(.first, answer), at: Self.now)
        #expect(state.records.jobs?.jobs.contains { $0.id == "good" } == true, "\(state.age.debugDescription)")
        expectHarmless(&state, keys: [.character("w")])
    }

    private func expectHarmless(run: String, results: String = "null") async {
        let key = RunKey(profile: .first, job: "j", run: "r")
        var list = state([.runs(RunsPage(profile: .first, job: "j"))])
        let page = "{\"jobRuns\": [\(run), \(Self.goodRun)], \"totalCount\": 2}"
        _ = list.update(.runsLoaded(.first, .newestRuns(job: "j"), await answer(Endpoints.jobRuns(job: "j"), page)), at: Self.now)
        #expect(list.records.run(RunKey(profile: .first, job: "j", run: "good")) != nil, "\(list.age.debugDescription)")
        expectHarmless(&list, keys: [])
        let jobs = await answer(Endpoints.jobs(), "[" + Self.goodJob.replacing("\"good\"", with: "\"j\"") + "]")
        _ = list.update(.jobsLoaded(.first, jobs), at: Self.now)
        expectHarmless(&list, keys: [.character("w")])
        var one = state([.run(RunPage(key: key))])
        let detail = "{\"jobRun\": \(run), \"results\": \(results)}"
        _ = one.update(.runLoaded(key, await answer(Endpoints.jobRun(job: "j", run: "r"), detail)), at: Self.now)
        expectHarmless(&one, keys: [.tab, .end, .character("c"), .character("G")])
    }

    private func state(_ pages: [Page]) -> State {
        State(
            settings: Settings(profile: ProfileSettings(project: "p")), size: Size(columns: 120, rows: 40), now: Self.now,
            polling: Polling(), pages: pages)
    }

    private func expectHarmless(_ state: inout State, keys: [Key]) {
        for key in [nil] + keys.map(Optional.some) {
            if let key { _ = state.update(.keyPressed(key), at: Self.now) }
            for size in [Size(columns: 120, rows: 40), Size(columns: 40, rows: 10)] {
                _ = state.update(.resized(size), at: Self.now)
                let canvas = draw(state)
                for row in 0..<size.rows {
                    let text = (0..<size.columns).map { canvas[$0, row].text }.joined()
                    #expect(text.unicodeScalars.allSatisfy { TextCheck.isHarmless($0, .unicode14) }, "row \(row)")
                    #expect(text.unicodeScalars.reduce(0) { $0 + CharacterWidth.columns(of: $1) } == size.columns, "row \(row)")
                }
            }
        }
    }
}
