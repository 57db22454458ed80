import Insight
import Intuned
import TextScreen

/// The configuration of a run beside that of another run of the job.
package struct DifferencePage: PageContent {
    static let kind = PageKind.difference
    static let bindings =
        [otherBasis, all, .refresh, .copy, .togglePolling] + Binding.pace + Binding.moving
        + [.backOrLeft, .problems, .settings, .palette, .mouse, .help] + Binding.leaving

    private static let otherBasis = Binding.page(
        .difference(.otherBasis), [.tab], "other run", "compare with the previous, last good or marked run")
    private static let all = Binding.page(
        .difference(.toggleAll), [.character("a")], "all/changed", "show all fields, or changed ones")

    /// What a run is compared with.
    package enum Basis: Hashable, Sendable, CaseIterable {
        case previous, lastGood, marked
    }

    /// The run.
    package let key: RunKey
    /// What it is compared with.
    package internal(set) var basis: Basis
    /// Whether fields are shown that are the same in both.
    package internal(set) var showsAll = false
    /// The selected field and the scroll position.
    package internal(set) var cursor = ListCursor<String>()

    /// Creates the page of a run.
    package init(key: RunKey, basis: Basis = .previous) { (self.key, self.basis) = (key, basis) }

    var page: Page { .difference(self) }

    func crumb(in state: State) -> String { "difference" }

    func runKey(in state: State) -> RunKey? { key }

    func focus(in state: State) -> Want? { RunPage.focus(of: key, in: state) }

    func wants(in state: State) -> [Want] { [RunPage.focus(of: key, in: state), Want(.newestRuns(job: key.job), every: nil)] }

    /// The loaded runs of the job that are older than this one.
    func older(in state: State) -> ArraySlice<JobRun> {
        (state.records.listings[key.job]?.runs ?? []).drop { $0.id != key.run }.dropFirst()
    }

    /// The run that this one is compared with; nil if none is loaded.
    func other(in state: State) -> JobRun? {
        switch basis {
        case .previous: older(in: state).first { $0.snapshot != nil }
        case .lastGood:
            older(in: state).first { $0.snapshot != nil && [.well, .partly].contains(Standing(of: $0)) }
        case .marked:
            state.marked.first { $0.job == key.job && $0.run != key.run }.flatMap { state.records.run($0) }
        }
    }

    /// What the rows stand on: a run keeps the configuration that it was started with.
    private struct Stamp: Hashable {
        var other: String
        var showsAll: Bool
    }

    /// Rows that are made at most.
    private static let mostFields = 5000

    private var stamp: Stamp?
    private var fields: [ConfigurationChange]?

    /// The rows; nil where one of the two configurations is not known.
    func fields(in state: State) -> [ConfigurationChange]? { fields }

    /// Compares the two configurations when one of them is another than before, and not for each message.
    mutating func derive(in state: State) {
        guard let after = state.records.run(key)?.snapshot, let other = other(in: state), let before = other.snapshot else {
            return (stamp, fields) = (nil, nil)
        }
        let new = Stamp(other: other.id, showsAll: showsAll)
        guard new != stamp else { return }
        stamp = new
        let made = showsAll ? ConfigurationChange.fields(before, after) : ConfigurationChange.between(before, after)
        fields = Array(made.prefix(Self.mostFields))
    }

    /// The selected row.
    func selected(in state: State) -> ConfigurationChange? { fields(in: state)?.first { $0.path == cursor.selected } }

    func copyText(in state: State) -> String? { selected(in: state).map(Wording.line) }

    mutating func settle(in state: State) {
        guard let fields = fields(in: state) else { return }
        cursor.settle(in: fields.map(\.path), height: DifferenceView.listHeight(in: state))
    }

    mutating func move(_ move: Move, in state: State) {
        cursor.perform(move, in: fields(in: state)?.map(\.path) ?? [], height: DifferenceView.listHeight(in: state))
    }

    mutating func click(_ event: MouseEvent, in state: State) -> Click {
        let line = DifferenceView.listRegion(in: state).line(of: event)
        return cursor.click(line: line, in: fields(in: state)?.map(\.path) ?? [], height: DifferenceView.listHeight(in: state))
    }

    mutating func perform(_ command: PageCommand, in state: State) {
        switch command {
        case .difference(.toggleAll): showsAll.toggle()
        case .difference(.otherBasis):
            let all = Basis.allCases
            let place = all.firstIndex(of: basis) ?? 0
            basis = all[(place + 1) % all.count]
        default: return
        }
    }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        DifferenceView.draw(self, state, on: &canvas, in: region)
    }
}
