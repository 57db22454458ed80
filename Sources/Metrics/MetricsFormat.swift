/// The text format of metrics.
package enum MetricsFormat: String, CaseIterable, Hashable, Sendable {
    /// OpenMetrics 1.0 (https://github.com/prometheus/OpenMetrics, specification/OpenMetrics.md).
    case openMetrics = "openmetrics"
    /// The older text format 0.0.4 of Prometheus, the only one that node_exporter reads from files.
    case prometheus

    /// The value of the Content-Type header.
    package var contentType: String {
        switch self {
        case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
        case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
        }
    }

    /// The format for an Accept header: OpenMetrics where it is named with a weight above 0, else the older one.
    package init(accept: String?) {
        let isNamed = (accept ?? "").split(separator: ",").contains { range in
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
            guard parts.first == "application/openmetrics-text" else { return false }
            return !parts.contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
        }
        self = isNamed ? .openMetrics : .prometheus
    }
}
