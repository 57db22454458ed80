import FoundationEssentials
import Insight
import Intuned

/// Speed, expected end and what is usual, in words.
extension Wording {
    /// Items a minute, for a column: `48/min`, `3.2/min`.
    static func rate(_ itemsAMinute: Double) -> String {
        itemsAMinute < 10 ? "\(plain((itemsAMinute * 10).rounded() / 10))/min" : "\(number(Int(itemsAMinute.rounded())))/min"
    }

    /// Seconds within which an end is told by the time that is left.
    private static let soon = 3600.0
    private static let minute = 60.0

    /// When a run ends, for a column: `<1m`, `0-2m`, `2m-5m`, `02:55-04:10`.
    static func end(_ range: ClosedRange<Date>, in state: State) -> String {
        let (first, last) = ends(of: range, in: state)
        return first == last ? first : "\(first)-\(last)"
    }

    /// When a run ends, in a sentence.
    static func ends(_ range: ClosedRange<Date>, in state: State) -> String {
        let (first, last) = ends(of: range, in: state)
        let isSoon = range.upperBound.timeIntervalSince(state.serverNow) < soon
        if range.upperBound.timeIntervalSince(state.serverNow) < minute { return "ends within a minute" }
        if first == last { return isSoon ? "ends in about \(first)" : "ends about \(first)" }
        return isSoon ? "ends in \(first) to \(last)" : "ends between \(first) and \(last)"
    }

    private static func ends(of range: ClosedRange<Date>, in state: State) -> (String, String) {
        let left = [range.lowerBound, range.upperBound].map { $0.timeIntervalSince(state.serverNow) }
        guard left[1] < soon else { return (state.timeToTheMinute(range.lowerBound), state.timeToTheMinute(range.upperBound)) }
        guard left[1] >= minute else { return (roughAge(left[1]), roughAge(left[1])) }
        return (left[0] < minute ? "0" : age(left[0]), age(left[1]))
    }

    /// How many items a minute, within a line.
    static func rateInFull(_ itemsAMinute: Double) -> String {
        "\(rate(itemsAMinute).replacing("/min", with: "")) items a minute"
    }

    /// The run gets more items while it works.
    static let growing = "the number of items grows, so no end is expected yet"

    /// How long runs usually take, and on how many that stands.
    static func usualDuration(_ usual: Usual) -> String { "usual \(durations(usual.duration)), from \(count(usual.runs, "run"))" }

    /// How many items failed, beside the usual.
    static func failures(_ failed: Int, share: Double, usual: Usual?, isRising: Bool) -> String {
        let range = usual.map { " (usual \(percents($0.failureShare)))" } ?? ""
        return "\(number(failed)) failed, \(percent(share))\(range)\(isRising ? ", rising" : "")"
    }

    /// The title of a verdict with its evidence.
    static func line(_ verdict: Verdict) -> String { "\(title(verdict.kind)). \(evidence(verdict))" }

    /// What the small charts of a run show.
    static let chartOfRate = "items/min "
    static let chartOfFailures = "failed/min "

    /// What the small charts of a job show.
    static let chartOfDurations = "duration "
    static let chartOfFailureShares = "failures "
}
