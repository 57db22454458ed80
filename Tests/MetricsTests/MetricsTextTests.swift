import FoundationEssentials
import Intuned
import Metrics
import Testing

/// Metrics as text, in both formats.
struct MetricsTextTests {
    private static let samples = [
        MetricSample(.requests, "ok", value: 7), MetricSample(.residentMemory, value: 1_048_576),
        MetricSample(.usualFailures, "a\"b\\c\nd", "median", value: 0.25),
    ]

    @Test func openMetricsHasUnitsAndAnEnd() {
        let text = MetricsText(format: .openMetrics, common: Scene.common).text(of: Self.samples)
        #expect(
            text == """
                # TYPE jobtop_resident_memory_bytes gauge
                # UNIT jobtop_resident_memory_bytes bytes
                # HELP jobtop_resident_memory_bytes Memory that jobtop occupies.
                jobtop_resident_memory_bytes{workspace="w",project="shop"} 1048576
                # TYPE jobtop_requests counter
                # HELP jobtop_requests Requests that jobtop sent, by outcome.
                jobtop_requests_total{workspace="w",project="shop",outcome="ok"} 7
                # TYPE intuned_job_usual_failure_ratio gauge
                # UNIT intuned_job_usual_failure_ratio ratio
                # HELP intuned_job_usual_failure_ratio Usual share of failed items of runs like the newest one.
                intuned_job_usual_failure_ratio{workspace="w",project="shop",job_id="a\\"b\\\\c\u{FFFD}d",bound="median"} 0.25
                # EOF

                """)
    }

    @Test func olderFormatNamesCountersAsTheirSamples() {
        let text = MetricsText(format: .prometheus).text(of: Self.samples.prefix(1))
        #expect(
            text == """
                # HELP jobtop_requests_total Requests that jobtop sent, by outcome.
                # TYPE jobtop_requests_total counter
                jobtop_requests_total{outcome="ok"} 7

                """)
    }

    @Test func valueThatIsNoNumberIsLeftOut() {
        let samples = [Double.nan, .infinity].map { MetricSample(.startTime, value: $0) }
        #expect(MetricsText(format: .openMetrics).text(of: samples) == "# EOF\n")
    }

    @Test func hostileTextBecomesAHarmlessLabel() {
        let value = MetricLabel("job_id", "\u{1B}[2Jx\u{202E}\u{0}\n\u{85}" + String(repeating: "é", count: 500)).value
        #expect(value.hasPrefix("\u{FFFD}[2Jx\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}é"))
        #expect(value.unicodeScalars.count == MetricLabel.longest)
    }

    @Test(arguments: [
        (nil, MetricsFormat.prometheus), ("*/*", .prometheus), ("text/plain;version=0.0.4;q=0.5", .prometheus),
        ("application/openmetrics-text;version=1.0.0;q=0.8,text/plain;q=0.5", .openMetrics),
        ("text/plain, application/OpenMetrics-Text", .openMetrics), ("application/openmetrics-text; q=0.0", .prometheus),
    ]) func formatFollowsTheAcceptHeader(accept: String?, format: MetricsFormat) {
        #expect(MetricsFormat(accept: accept) == format)
    }

    @Test func everyMetricIsNamedByTheRules() {
        for metric in Metric.allCases {
            #expect(metric.rawValue.hasPrefix("jobtop_") || metric.rawValue.hasPrefix("intuned_"))
            #expect(metric.rawValue.allSatisfy { $0 == "_" || $0.isLowercase }, "\(metric)")
            #expect(!metric.rawValue.hasSuffix("_total") && !metric.rawValue.hasSuffix("_info") || metric == .buildInfo)
            #expect(!metric.labels.contains("job") && !metric.labels.contains("instance"), "Prometheus has these itself.")
        }
    }
}
