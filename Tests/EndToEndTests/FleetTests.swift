import Foundation
import Glibc
import Testing

/// The metrics, and the files in docs/fleet, with Prometheus and its own tool.
@Suite(.enabled(if: Prometheus.isExpected, "needs Debian's package prometheus: apt-get install prometheus"))
struct FleetTests {
    /// A running `jobtop metrics --serve`, and where it listens.
    private func served(_ platform: Platform) throws -> (child: Child, target: String) {
        let child = try Child(
            Jobtop.path, ["metrics", "--serve", "127.0.0.1:0", "--every", "10"], environment: platform.environment)
        var text = ""
        while !text.contains("\n"), case let more = child.output.read(), !more.isEmpty {
            text += String(decoding: more, as: UTF8.self)
        }
        let match = try #require(text.firstMatch(of: /^http:\/\/(127\.0\.0\.1:[0-9]+)\/metrics\n/), "\(text)")
        return (child, String(match.1))
    }

    private func promtool(_ arguments: String...) throws {
        let ended = try ShellCommand.run("promtool", arguments)
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    }

    @Test(arguments: ["demo", "troubles", "strange", "failing", "empty"])
    func metricsOfEachWorldPassPromtool(world: String) throws {
        let platform = try Platform(world: world)
        let command = "set -o pipefail; \(Jobtop.command) metrics --format prometheus | promtool check metrics"
        let environment = platform.environment.merging(["PATH": "/usr/bin:/bin"]) { $1 }
        let ended = try ShellCommand.run("bash", ["-c", command], environment: environment)
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output + ended.errors == "")
    }

    @Test func recommendedFilesPassPromtool() throws {
        let folder = Prometheus.fleet.path
        try promtool("check", "config", "\(folder)/prometheus.yml")
        try promtool("check", "rules", "\(folder)/alerts.yml")
        try promtool("test", "rules", "\(folder)/alerts.test.yml")
    }

    @Test func prometheusScrapesAndAnswersTheQueriesOfTheDashboard() throws {
        let platform = try Platform(world: "troubles", speed: 1)
        let (child, target) = try served(platform)
        defer { child.kill() }
        let prometheus = try Prometheus(target: target)
        let isScraped = waitUntil(within: 60) { prometheus.values("jobtop_up == 1 and on () intuned_problems > 0") != [] }
        #expect(isScraped)
        let severe = try #require(prometheus.values(#"intuned_problems{severity="severe"}"#).first.flatMap(Double.init))
        #expect(severe > 5)
        #expect(prometheus.values("count(intuned_job_active)") == prometheus.values("sum(intuned_jobs)"))
        // Only OpenMetrics has units: Prometheus has read it as that.
        let metadata = prometheus.get("metadata", ["metric": "jobtop_start_time_seconds"])["data"] as? [String: [[String: Any]]]
        #expect(metadata?["jobtop_start_time_seconds"]?.first?["unit"] as? String == "seconds")
        try checkDashboard(prometheus)
    }

    /// Each query of the dashboard is understood, and those that always have data have some.
    private func checkDashboard(_ prometheus: Prometheus) throws {
        let data = try Data(contentsOf: Prometheus.fleet.appending(path: "grafana.json"))
        let dashboard = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let panels = try #require(dashboard["panels"] as? [[String: Any]])
        #expect(panels.count > 10)
        // A rate needs two scrapes with some seconds between, and the failures of the newest run need some.
        let mayBeEmpty = ["Requests of jobtop", "Failed items of the newest run"]
        for panel in panels {
            let title = try #require(panel["title"] as? String)
            for target in panel["targets"] as? [[String: Any]] ?? [] {
                let query = try #require(target["expr"] as? String).replacing(/\$[a-z_]+/, with: ".*")
                let answer = prometheus.get("query", ["query": query])
                #expect(answer["status"] as? String == "success", "\(title): \(answer)")
                if !mayBeEmpty.contains(title) { #expect(prometheus.values(query) != [], "\(title): \(query)") }
            }
        }
    }
}
