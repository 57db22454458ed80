import ArgumentParser
import Metrics
import MetricsServer
import Testing

@testable import jobtop

/// Where `jobtop metrics --serve` listens, and what it answers.
struct MetricsPageTests {
    @Test(arguments: [
        ("127.0.0.1:9464", "127.0.0.1", 9464, true), ("9464", "127.0.0.1", 9464, true), ("localhost:0", "127.0.0.1", 0, true),
        ("[::1]:9464", "::1", 9464, true), ("0.0.0.0:80", "0.0.0.0", 80, false), ("[::]:80", "::", 80, false),
        ("192.0.2.7:9464", "192.0.2.7", 9464, false),
    ]) func addressIsRead(text: String, ip: String, port: Int, isLoopback: Bool) throws {
        let address = try #require(ServeAddress(text))
        #expect(address.ip == ip && address.port == port && address.isLoopback == isLoopback)
    }

    @Test(arguments: [
        "", ":9464", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "host.example:9464", "::1:9464", "[127.0.0.1]:1",
    ])
    func addressThatIsNotOneIsRefused(text: String) { #expect(ServeAddress(text) == nil) }

    @Test func urlHasBracketsWhereTheyAreNeeded() throws {
        #expect(try #require(ServeAddress("[::1]:0")).url(port: 7) == "http://[::1]:7/metrics")
        #expect(try #require(ServeAddress("0")).url(port: 7) == "http://127.0.0.1:7/metrics")
    }

    private func status(_ request: ScrapeRequest, isLoopback: Bool = true) -> Int {
        MetricsPage(isLoopback: isLoopback) { _ in "" }.answer(to: request).status
    }

    @Test func onlyMetricsAreServed() {
        #expect(status(ScrapeRequest(path: "/metrics")) == 200)
        #expect(status(ScrapeRequest(method: "HEAD", path: "/metrics")) == 200)
        #expect(status(ScrapeRequest(method: "POST", path: "/metrics")) == 405)
        #expect(status(ScrapeRequest(path: "/")) == 200)
        #expect(status(ScrapeRequest(path: "/etc/passwd")) == 404)
    }

    @Test(arguments: [
        ("127.0.0.1:9464", 200), ("localhost", 200), ("LOCALHOST:1", 200), ("[::1]:9464", 200), ("evil.example:9464", 421),
        ("", 421),
    ]) func webPageOfAnotherNameReadsNothing(host: String, expected: Int) {
        #expect(status(ScrapeRequest(path: "/metrics", host: host)) == expected)
        #expect(status(ScrapeRequest(path: "/metrics", host: host), isLoopback: false) == 200)
    }

    @Test func formatIsTheClients() {
        let page = MetricsPage(isLoopback: true) { $0.rawValue }
        let answer = page.answer(to: ScrapeRequest(path: "/metrics", accept: "application/openmetrics-text"))
        #expect(answer.body == "openmetrics" && answer.contentType == MetricsFormat.openMetrics.contentType)
        #expect(page.answer(to: ScrapeRequest(path: "/metrics")).body == "prometheus")
    }

    @Test(arguments: [("90", 90.0), ("5m", 300), ("1h30m", 5400)]) func spanIsRead(text: String, seconds: Double) {
        #expect(TimeSpan(argument: text)?.seconds == seconds)
    }

    @Test(arguments: ["", "x", "-5", "5%", "2x", "-1m"]) func spanThatIsNoneIsRefused(text: String) {
        #expect(TimeSpan(argument: text) == nil)
    }

    @Test(arguments: [
        ["--serve", "0.0.0.0:9464"], ["--serve", "nonsense"], ["--serve", "9464", "--output", "x"], ["--allow-remote"],
        ["--every", "5"], ["--json"], ["--fields", "a"], ["--output", ""],
    ]) func commandLineIsChecked(arguments: [String]) throws {
        let command = try MetricsCommand.parse(arguments)
        #expect(throws: CommandFailure.self) { try command.check(OutputSettings(command.output, [:])) }
    }

    @Test func otherMachinesAreAllowedExplicitly() throws {
        let command = try MetricsCommand.parse(["--serve", "0.0.0.0:9464", "--allow-remote"])
        try command.check(OutputSettings(command.output, [:]))
    }
}
