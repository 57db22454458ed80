import Testing

@testable import Simulator

struct AdministrationTests {
    @Test func faultsAreSwitchedOnAndClearedFromOutside() async throws {
        try await Stage.with { stage in
            #expect(try stage.send("PUT", "/simulator/faults", body: "jobs=500\nrun=404*2\n").status == 200)
            #expect(try stage.call("GET", "/jobs").status == 500)
            let wrong = try stage.send("PUT", "/simulator/faults", body: "jobs=501")
            #expect(wrong.status == 400)
            #expect(try wrong.json["message"]?.text?.hasPrefix("No fault is named \"501\"") == true)
            #expect(try stage.call("GET", "/jobs").status == 500)
            #expect(try stage.send("PUT", "/simulator/faults").status == 200)
            #expect(try stage.call("GET", "/jobs").status == 200)
            #expect(try stage.send("GET", "/simulator/other").status == 404)
        }
    }

    @Test func requestsAreListedWithTheNamesOfTheirHeadersAlone() async throws {
        try await Stage.with { stage in
            _ = try stage.call("GET", "/jobs")
            let answer = try stage.send("GET", "/simulator/requests")
            #expect(
                try answer.json
                    == .array([
                        .object([
                            "origin": "api", "method": "GET", "target": .string(stage.root + "/jobs"),
                            "headers": .array(["host", "x-api-key"]),
                        ])
                    ]))
            #expect(!answer.text.contains(stage.options.apiKey))
            #expect(
                stage.simulator.requests == [
                    RequestRecord(origin: .api, method: "GET", target: stage.root + "/jobs", headerNames: ["host", "x-api-key"])
                ])
        }
    }

    @Test func theLogOfRequestsIsBounded() {
        var log = RequestLog()
        for number in 0..<2500 { log.add(Request(origin: .api, method: "GET", target: "/\(number)", headers: [])) }
        #expect((900...1000).contains(log.records.count))
        #expect(log.records.last?.target == "/2499")
        #expect(log.count == 2500)
    }
}
