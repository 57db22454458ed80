import FoundationEssentials
import Glibc
import Metrics
import Testing

@testable import jobtop

/// docs/FLEET.md and the files in docs/fleet say what the program exports; RECORD_DOCUMENTS=1 writes the table and fails.
struct FleetDocumentTests {
    private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs")

    private static var table: String {
        let rows = Metric.allCases.map { metric in
            let labels = metric.labels.map { "`\($0)`" }.joined(separator: ", ")
            return "| `\(metric.sampleName)` | \(metric.kind.rawValue) | \(labels) | \(metric.help) |\n"
        }
        return "| metric | type | labels | meaning |\n|---|---|---|---|\n" + rows.joined()
    }

    @Test func tableOfMetricsIsThatOfTheProgram() throws {
        let file = Self.docs.appending(path: "FLEET.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let head = try #require(text.firstRange(of: "<!-- metrics -->\n"))
        let tail = try #require(text[head.upperBound...].firstRange(of: "<!-- /metrics -->"))
        if getenv("RECORD_DOCUMENTS") != nil {
            let recorded = String(text[..<head.upperBound]) + Self.table + String(text[tail.lowerBound...])
            try Data(recorded.utf8).write(to: file)
            Issue.record("The table of metrics is written. Read the difference, then run without RECORD_DOCUMENTS.")
            return
        }
        #expect(String(text[head.upperBound..<tail.lowerBound]) == Self.table)
    }

    @Test(arguments: ["alerts.yml", "alerts.test.yml", "grafana.json"]) func filesNameMetricsThatExist(name: String) throws {
        let text = try String(contentsOf: Self.docs.appending(path: "fleet/\(name)"), encoding: .utf8)
        let named = Set(text.matches(of: /\b(?:jobtop|intuned)_[a-z_]+/).map { String($0.0) })
        #expect(named.subtracting(Metric.allCases.map(\.sampleName)) == [])
        #expect(named.count > 6)
    }
}
