import Testing

@testable import Simulator

struct StoreSocketTests {
    /// A request to the store with only the given headers.
    private func fetch(_ link: (port: Int, target: String), _ headers: [String: String] = [:], method: String = "GET") throws
        -> RawAnswer
    {
        let connection = try RawConnection(port: link.port)
        connection.send(method, link.target, headers)
        return connection.receive()
    }

    @Test func aFileIsServedWholeAndInParts() async throws {
        try await Stage.with { stage in
            let run = try stage.endedRun(of: "catalogue-sync")
            let row = try stage.call("GET", "/jobs/catalogue-sync/runs/\(run)").json
            let link = try stage.link(run: run)
            let whole = try fetch(link)
            #expect(whole.status == 200)
            #expect(row["results"]?["size"] == .number(Double(whole.body.count)))
            #expect(whole.headers["accept-ranges"] == "bytes")
            let etag = try #require(whole.headers["etag"])

            let part = try fetch(link, ["Range": "bytes=1000-"])
            #expect(part.status == 206)
            #expect(part.body == Array(whole.body[1000...]))
            #expect(part.headers["content-range"] == "bytes 1000-\(whole.body.count - 1)/\(whole.body.count)")
            #expect(try fetch(link, ["Range": "bytes=-5"]).body == Array(whole.body.suffix(5)))

            let beyond = try fetch(link, ["Range": "bytes=\(whole.body.count)-"])
            #expect(beyond.status == 416)
            #expect(beyond.headers["content-range"] == "bytes */\(whole.body.count)")
            #expect(try fetch(link, ["Range": "bytes=10-19", "If-Range": etag]).status == 206)
            let other = try fetch(link, ["Range": "bytes=10-19", "If-Range": "\"other\""])
            #expect(other.status == 200)
            #expect(other.body.count == whole.body.count)
        }
    }

    @Test func headSendsTheHeadAlone() async throws {
        try await Stage.with { stage in
            let link = try stage.link(run: try stage.endedRun(of: "catalogue-sync"))
            let connection = try RawConnection(port: link.port)
            connection.send("HEAD", link.target, ["Connection": "close"])
            let answer = connection.receive()
            #expect(answer.status == 200)
            #expect(answer.end == .closed)
            #expect(answer.body.isEmpty)
            #expect(answer.headers["content-length"].flatMap { Int($0) } ?? 0 > 10_000)
        }
    }

    @Test(arguments: ["x-api-key", "Authorization", "Cookie", "Referer", "X-Intuned-Client"])
    func theStoreRefusesHeadersThatAreForTheAPI(_ name: String) async throws {
        try await Stage.with { stage in
            let answer = try fetch(stage.link(run: stage.endedRun(of: "catalogue-sync")), [name: "anything"])
            #expect(answer.status == 403)
            #expect(answer.headers["content-type"] == "application/xml")
            #expect(answer.text.contains("<Code>InvalidRequest</Code>"))
        }
    }

    @Test func aLinkEndsAfterItsLifetimeAndANewOneWorks() async throws {
        try await Stage.with { stage in
            let run = try stage.endedRun(of: "catalogue-sync")
            let link = try stage.link(run: run)
            stage.clock.advance(by: .seconds(299))
            #expect(try fetch(link).status == 200)
            stage.clock.advance(by: .seconds(1))
            let answer = try fetch(link)
            #expect(answer.status == 403)
            #expect(answer.text.contains("<Message>Request has expired</Message>"))
            let renewed = try stage.link(run: run)
            #expect(renewed.target != link.target)
            #expect(try fetch(renewed).status == 200)
        }
    }

    @Test func linksThatWereNotGivenOutAreRefused() async throws {
        try await Stage.with { stage in
            let link = try stage.link(run: try stage.endedRun(of: "catalogue-sync"))
            #expect(try fetch((link.port, link.target + "1")).text.contains("SignatureDoesNotMatch"))
            #expect(try fetch((link.port, String(link.target.prefix { $0 != "?" }))).status == 403)
            #expect(try fetch((link.port, "/other-bucket/x")).text.contains("NoSuchBucket"))
            #expect(try fetch(link, method: "PUT").status == 405)
            #expect(try fetch((link.port, "/simulator/requests")).status == 404)
        }
    }

    @Test func filesOfSeveralGiBAreThereAtOnceAndLeftInTheMiddle() async throws {
        try await Stage.with(.files) { stage in
            let rows = try stage.call("GET", "/jobs/results-gallery/runs?pageSize=100&sortBy=created_at,asc").json["jobRuns"]
            let place = try #require(FilesWorld.kinds.firstIndex(of: .large(gibibytes: 5)))
            let link = try stage.link(job: "results-gallery", run: rows?[place]?["id"]?.text ?? "")
            #expect(
                try fetch(link, ["Range": "bytes=-1024"]).headers["content-range"] == "bytes 5368708096-5368709119/5368709120")
            let connection = try RawConnection(port: link.port)
            connection.send("GET", link.target)
            #expect(connection.receive(limit: 3 << 20).end == .limit)
        }
    }
}
