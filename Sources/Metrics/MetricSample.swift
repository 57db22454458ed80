/// One value of a metric.
package struct MetricSample: Hashable, Sendable {
    /// The metric.
    package var metric: Metric
    /// The labels, in the order of `Metric.labels`.
    package var labels: [MetricLabel]
    /// The value in the metric's unit.
    package var value: Double

    /// Creates a sample.
    ///
    /// - Parameter values: the values of the metric's labels, in the order of `Metric.labels`.
    package init(_ metric: Metric, _ values: String..., value: Double) {
        self.metric = metric
        self.labels = zip(metric.labels, values).map { MetricLabel($0, $1) }
        self.value = value
    }
}
