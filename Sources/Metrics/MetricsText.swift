/// Metrics as text.
package struct MetricsText: Hashable, Sendable {
    /// The format.
    package var format: MetricsFormat
    /// Labels that every sample has, before its own.
    package var common: [MetricLabel]

    /// Creates a writer.
    package init(format: MetricsFormat, common: [MetricLabel] = []) {
        (self.format, self.common) = (format, common)
    }

    /// The text of all samples: each metric once, in the order of `Metric`, its samples in their own order.
    ///
    /// A metric without a sample is left out, and so is a value that is not finite.
    package func text(of samples: some Sequence<MetricSample>) -> String {
        let byMetric = Dictionary(grouping: samples.lazy.filter(\.value.isFinite), by: \.metric)
        var text = ""
        for metric in Metric.allCases {
            guard let samples = byMetric[metric] else { continue }
            text += head(of: metric)
            for sample in samples { append(sample, to: &text) }
        }
        return text + (format == .openMetrics ? "# EOF\n" : "")
    }

    private func head(of metric: Metric) -> String {
        switch format {
        case .openMetrics:
            "# TYPE \(metric.rawValue) \(metric.kind.rawValue)\n"
                + (metric.unit.map { "# UNIT \(metric.rawValue) \($0)\n" } ?? "")
                + "# HELP \(metric.rawValue) \(Self.escaped(metric.help))\n"
        // There the name of a counter's samples is the counter's name, and units are unknown.
        case .prometheus:
            "# HELP \(metric.sampleName) \(Self.escaped(metric.help))\n# TYPE \(metric.sampleName) \(metric.kind.rawValue)\n"
        }
    }

    private func append(_ sample: MetricSample, to text: inout String) {
        text += sample.metric.sampleName
        var mark = "{"
        for label in common + sample.labels {
            text += "\(mark)\(label.name)=\"\(Self.escaped(label.value))\""
            mark = ","
        }
        text += "\(mark == "{" ? "" : "}") \(Self.number(sample.value))\n"
    }

    /// The text with the three characters escaped that both formats escape in the value of a label.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x0A, 0x22, 0x5C].contains($0) }) else { return text }
        return text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    /// A number with at most six places after the point, and none where none is needed.
    static func number(_ value: Double) -> String {
        guard abs(value) < 1e12 else { return "\(value)" }
        let rounded = (value * 1e6).rounded() / 1e6
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}
