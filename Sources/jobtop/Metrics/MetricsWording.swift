import ArgumentParser
import Dashboard
import Intuned
import Metrics
import MetricsServer

/// What `jobtop metrics` says to people.
extension MetricsCommand {
    /// A request is retried.
    static func retry(_ error: IntunedError, host: String, wait: Double) -> String {
        "\(Wording.sentence(error, host: host)) Next request in \(Wording.duration(max(1, wait)))."
    }

    /// The platform does not answer any more.
    static func outage(_ error: IntunedError, host: String) -> String {
        "\(Wording.sentence(error, host: host)) The metrics keep the latest values and say jobtop_up 0 meanwhile."
    }

    /// The platform answers again.
    static let outageIsOver = "The platform answers again."

    /// Why the port cannot be opened.
    static func sentence(_ error: ScrapeServerError) -> String {
        switch error {
        case .portNotAvailable(let port): "port \(port) is in use or not allowed. Choose another port."
        case .addressNotAvailable(let address): "this machine does not have the address \(address)."
        case .notStarted(let reason): "cannot open the port: \(reason)."
        }
    }
}

extension MetricsFormat: ExpressibleByArgument {}
