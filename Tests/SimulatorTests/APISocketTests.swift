import Testing

@testable import Simulator

struct APISocketTests {
    @Test func onlyTheRightKeyOpensTheAPI() async throws {
        try await Stage.with { stage in
            for headers in [[:], ["x-api-key": "wrong"], ["Authorization": "Bearer \(stage.options.apiKey)"]] {
                let answer = try stage.send("GET", stage.root + "/jobs", headers)
                #expect(answer.status == 401)
                #expect(try answer.json["code"] == "unauthorized")
                #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
            }
            #expect(try stage.send("GET", stage.root + "/jobs", ["X-API-Key": stage.options.apiKey]).status == 200)
        }
    }

    @Test func otherWorkspacesProjectsAndRoutesAreRefused() async throws {
        try await Stage.with { stage in
            let workspace = stage.options.workspaceID
            let targets: [(String, String, Int, Value)] = [
                (
                    "GET", "/api/v1/workspace/00000000-0000-4000-8000-000000000000/projects/storefront-scrapers/jobs", 403,
                    "forbidden"
                ),
                ("GET", "/api/v1/workspace/\(workspace)/projects/other/jobs", 404, "not-found"),
                ("GET", "/api/v1/workspace/\(workspace)/projects/storefront-scrapers/moons", 404, "not-found"),
                ("GET", "/api/v1/workspace/\(workspace)/jobs", 404, "not-found"), ("GET", "/", 404, "not-found"),
                ("GET", "/api/v1/workspace/%zz/projects/x/jobs", 404, "not-found"),
                ("DELETE", stage.root + "/jobs/nightly-prices", 405, "method-not-allowed"),
                ("GET", stage.root + "/jobs/nightly-prices/trigger", 405, "method-not-allowed"),
                ("GET", stage.root + "/jobs/nix", 404, "not-found"), ("GET", stage.root + "/jobs/nix/runs", 404, "not-found"),
                ("GET", stage.root + "/jobs/nightly-prices/runs/nix", 404, "not-found"),
                ("POST", stage.root + "/jobs/nightly-prices/runs/nix/terminate", 404, "not-found"),
                ("GET", stage.root + "/run/nix/result", 404, "not-found"),
                ("GET", stage.root + "/jobs/nightly-prices/runs?pageSize=ten", 400, "bad-request"),
                ("GET", stage.root + "/jobs/nightly-prices/runs?sortBy=moon,desc", 400, "bad-request"),
                ("POST", stage.root + "/run/start", 400, "bad-request"),
            ]
            for (method, target, status, code) in targets {
                let answer = try stage.send(method, target, stage.key)
                #expect(answer.status == status, "\(target)")
                #expect(try answer.json["code"] == code, "\(target)")
            }
        }
    }

    @Test func everyCallAnswersAsTheContractSays() async throws {
        try await Stage.with { stage in
            #expect(try stage.call("GET", "/jobs").json.elements.count == World.demo.plans.count)
            #expect(try stage.call("GET", "/jobs/nightly-prices").json["id"] == "nightly-prices")
            let page = try stage.call("GET", "/jobs/nightly-prices/runs?pageSize=5&pageNumber=1&sortBy=created_at,desc").json
            #expect(page.keys == ["jobRuns", "totalCount"])
            #expect(page["jobRuns"]?.elements.count == 5)

            let triggered = try stage.call("POST", "/jobs/nightly-prices/trigger").json
            #expect(triggered.keys == ["jobRunId", "message"])
            let run = triggered["jobRunId"]?.text ?? ""
            let active = try stage.call("GET", "/jobs/nightly-prices/runs/\(run)").json
            #expect(active.keys == ["jobRun"])
            #expect(active["jobRun"]?["status"] == "PENDING")
            let terminated = try stage.call("POST", "/jobs/nightly-prices/runs/\(run)/terminate")
            #expect(try terminated.json == .object(["message": "JobRun terminated successfully."]))
            #expect(try stage.call("POST", "/jobs/nightly-prices/pause").json == .object(["message": "Paused"]))
            #expect(try stage.call("POST", "/jobs/nightly-prices/trigger").status == 400)
            #expect(try stage.call("POST", "/jobs/nightly-prices/resume").json == .object(["message": "Resumed"]))

            let ended = try stage.endedRun(of: "nightly-prices")
            let results = try stage.call("GET", "/jobs/nightly-prices/runs/\(ended)").json["results"]
            #expect(results?.keys == ["signed_url", "format", "signed_url_expiration", "size", "key"])
            #expect(results?["format"] == "jsonl")
            #expect(results?["signed_url_expiration"]?.text == (Scene.start + SignedURL.lifetime).iso)
        }
    }

    @Test func aSingleRunIsStartedAndEnds() async throws {
        try await Stage.with { stage in
            let started = try stage.call("POST", "/run/start", body: #"{"api":"x","parameters":{"a":1}}"#)
            #expect(started.status == 201)
            #expect(try started.json["status"] == "pending")
            let path = "/run/\(try started.json["runId"]?.text ?? "")/result"
            #expect(try stage.call("GET", path).json["status"] == "pending")
            stage.clock.advance(by: .milliseconds(200))
            #expect(try stage.call("GET", path).json["status"] == "started")
            stage.clock.advance(by: .milliseconds(1000))
            #expect(try stage.call("GET", path).json["status"] == "completed")
            #expect(try stage.call("POST", "/run/start", body: #"{"api":"x"}"#).status == 400)
        }
    }

    @Test func timePassesBetweenRequestsAndTheDateSaysSo() async throws {
        try await Stage.with { stage in
            let before = try stage.call("GET", "/jobs/nightly-prices/runs?pageSize=1")
            #expect(before.headers["date"] == "Tue, 24 Nov 2026 06:00:00 GMT")
            stage.clock.advance(by: .seconds(20))
            let after = try stage.call("GET", "/jobs/nightly-prices/runs?pageSize=1")
            #expect(after.headers["date"] == "Tue, 24 Nov 2026 06:00:20 GMT")
            let done = { (answer: RawAnswer) in try answer.json["jobRuns"]?[0]?["successful_runs"]?.number ?? 0 }
            #expect(try done(after) > done(before))
        }
    }

    @Test func idsWithSlashesSpacesAndControlsAreFound() async throws {
        try await Stage.with(.strange) { stage in
            for id in StrangeWorld.texts {
                let answer = try stage.call("GET", "/jobs/\(PercentEncoding.encoded(id))")
                #expect(try answer.json["id"]?.text == id)
                #expect(try stage.call("GET", "/jobs/\(PercentEncoding.encoded(id))/runs").json["totalCount"] == .number(3))
            }
        }
    }

    @Test func requestsAfterEachOtherShareAConnection() async throws {
        try await Stage.with { stage in
            let connection = try RawConnection(port: stage.port)
            for _ in 0..<3 { connection.send("GET", stage.root + "/jobs/nightly-prices", stage.key) }
            for _ in 0..<3 { #expect(connection.receive().end == .complete) }
            connection.send("GET", stage.root + "/jobs/nightly-prices", ["Connection": "close"])
            #expect(connection.receive().status == 401)
            #expect(connection.receive().end == .closed)
        }
    }

    @Test func thePortIsFreeAgainAfterTheStopAndTakenBefore() async throws {
        try await Stage.with { stage in
            let port = try stage.port
            await #expect(throws: SimulatorError.portNotAvailable(port)) {
                _ = try await Simulator.start(SimulatorOptions(port: port))
            }
            await stage.simulator.stop()
            let second = try await Simulator.start(SimulatorOptions(port: port))
            #expect(second.baseURL == stage.simulator.baseURL)
            await second.stop()
        }
    }

    @Test(arguments: [-1, 65_536, 99_999]) func aPortThatIsNoneIsRefused(_ port: Int) async {
        await #expect(throws: SimulatorError.portNotAvailable(port)) {
            _ = try await Simulator.start(SimulatorOptions(port: port))
        }
    }

    @Test(arguments: [0, -1, .nan, 20_000])
    func aSpeedThatIsNoneIsRefused(_ speed: Double) async {
        await #expect(throws: SimulatorError.self) { _ = try await Simulator.start(SimulatorOptions(speed: speed)) }
    }

    @Test func theEnvironmentNamesWhatAClientNeeds() async throws {
        try await Stage.with { stage in
            #expect(
                stage.simulator.environment.map(\.name) == [
                    "INTUNED_API_BASE_URL", "INTUNED_API_KEY", "INTUNED_WORKSPACE_ID", "INTUNED_PROJECT",
                ])
            #expect(stage.simulator.environment[0].value == stage.simulator.baseURL)
        }
    }
}
