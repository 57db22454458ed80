import FoundationEssentials
import Query

/// The typed name of a row: `1200`, `50%`, `2026-11-01`, `-3d`, `first` or `last`.
struct RowTargetText {
    private enum Target {
        case number(Int)
        case percent(Double)
        case time(TimePoint)
    }

    private let target: Target

    init?(_ text: String) {
        let text = text.filter { $0 != " " }.lowercased()
        if text == "first" {
            target = .number(1)
        } else if text == "last" {
            target = .percent(100)
        } else if let time = TimePoint(text.uppercased()) ?? TimePoint(text) {
            target = .time(time)
        } else if let amount = Amount(text), amount.unit == .percent {
            target = .percent(amount.value)
        } else if let amount = Amount(text), amount.unit == .plain, amount.value >= 1, amount.value < 1e9 {
            target = .number(Int(amount.value))
        } else {
            return nil
        }
    }

    /// The row in a list of which only parts may be loaded.
    func sought(in total: Int, in state: State) -> SoughtRow? {
        guard total > 0 else { return nil }
        switch target {
        case .number, .percent: return place(in: total, times: nil, in: state).map { .place($0) }
        case .time(let point): return .time(point.instants(in: state.surroundings).upperBound)
        }
    }

    /// The row's place in a list; nil where times say nothing.
    ///
    /// - Parameter times: when each row started, the newest first.
    func place(in count: Int, times: [Date?]?, in state: State) -> Int? {
        guard count > 0 else { return nil }
        switch target {
        case .number(let number): return min(number, count) - 1
        case .percent(let share): return Int((Double(count - 1) * min(max(share, 0), 100) / 100).rounded())
        case .time(let point):
            guard let times else { return nil }
            let instant = point.instants(in: state.surroundings).upperBound
            // The newest run that had started by then.
            return times.firstIndex { $0.map { $0 <= instant } ?? false } ?? count - 1
        }
    }
}
