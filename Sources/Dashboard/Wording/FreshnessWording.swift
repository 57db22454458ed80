import Intuned

/// How old data is, for the top line and the line above the footer.
extension Wording {
    /// The freshness for the top line, without the sign.
    static func freshness(_ freshness: Freshness, age seconds: Double?) -> String {
        let age = seconds.map { " " + steppedAge($0) } ?? ""
        return switch freshness {
        case .waiting: "asking"
        case .live: "live\(age)"
        case .late: "late\(age)"
        case .stale: "stale\(age)"
        case .settled: "final"
        case .held: "paused\(age)"
        case .failing(let error, _): headline(error)
        }
    }

    /// How long requests have been failing: `offline 2m`.
    static func failing(_ error: IntunedError, for seconds: Double) -> String { "\(headline(error)) \(age(seconds))" }

    /// How long ago an ended run was read.
    static func read(_ seconds: Double?) -> String { ", read\(seconds.map { " " + steppedAge($0) } ?? "") ago" }

    /// How often requests are sent: `every 3s`.
    static func every(_ seconds: Double) -> String { "every \(duration(seconds.rounded(.up)))" }

    /// When the next request is due: `next 3s`, or `next try 3s` while requests fail.
    static func next(_ seconds: Double, isRetry: Bool) -> String {
        "\(isRetry ? "next try" : "next") \(age(seconds.rounded(.up)))"
    }

    /// The difference between the server's clock and this machine's, in seconds; nil stands for years.
    static func serverClock(_ seconds: Double?) -> String {
        guard let seconds else { return "clocks differ by years" }
        let difference = abs(seconds)
        // The Date header counts whole seconds, so an hour may look like a second less.
        let rounded = difference < 120 ? difference : (difference / 60).rounded() * 60
        return "server clock \(seconds < 0 ? "-" : "+")\(duration(rounded))"
    }

    /// An outage, with the data that is shown meanwhile.
    static func outage(_ sentence: String, dataFrom time: String, age seconds: Double) -> String {
        "\(sentence) The data is from \(time), \(duration(seconds)) old."
    }

    /// An outage before the first answer.
    static func outage(_ sentence: String, silentFor seconds: Double) -> String {
        "\(sentence) No answer for \(duration(seconds))."
    }

    /// When jobtop asks again after the platform requested a wait.
    static func retry(at time: String) -> String { " Next try at \(time). Press r to try now." }

    /// Why no requests are sent.
    static let pollingIsPaused = " Polling is paused. Press p to resume."
}
