import Intuned
import TextScreen

/// Where the panes of a run are: content decides how high a pane is, and importance which panes stay on a small screen.
struct RunPanes {
    /// One pane on the screen.
    struct Placed: Hashable {
        var pane: RunPage.Pane
        /// The pane with its title and, if it has one, its frame.
        var box: Region
        /// Whether not all of its lines fit.
        var isCut: Bool
        /// The place for its lines.
        var inner: Region { box.inset(columns: 2, rows: 1) }
    }

    /// The lines above the panes for an error and a reason that are said in a few words.
    private(set) var brief: [[Span]] = []
    /// The panes on the screen, in the order of importance.
    private(set) var placed: [Placed] = []

    /// Columns of a screen that has panes side by side.
    private static let wide = 100
    /// Rows of a pane that alone is on a small screen, and of one beside others: its title, lines, and a blank line or its frame.
    private static let (leastPane, usefulPane) = (3, 5)
    private static let titleRows = 2
    /// The most lines of causes that push other panes away.
    private static let mostCauses = 16

    /// The panes of a run, the most important first; those with nothing to say are left out.
    static func all(of key: RunKey, _ run: JobRun, _ state: State) -> [RunPage.Pane] {
        let failed: [RunPage.Pane] = state.hasCauses(key) ? [.causes] : []
        let isListed = state.causes(of: key)?.groups.isEmpty == false
        var panes: [RunPage.Pane] = isListed ? failed : []
        if run.error != nil { panes.append(.error) }
        if run.reason != nil { panes.append(.reason) }
        if !isListed { panes += failed }
        return panes + [.results, .run] + (run.snapshot == nil ? [] : [.configuration])
    }

    /// The pane, if it is on the screen.
    subscript(_ pane: RunPage.Pane) -> Placed? { placed.first { $0.pane == pane } }

    /// Places the panes of a run in a region.
    init(_ page: RunPage, _ run: JobRun, _ state: State, in region: Region) {
        let all = Self.all(of: page.key, run, state)
        let room = Room(page: page, run: run, state: state)
        brief = region.rows >= Self.leastPane * 3 ? RunFacts.brief(run, columns: region.columns - 2, state) : []
        let blank = RunJudgement.lines(page.key, run, state, rows: state.layout.page.rows).isEmpty ? 1 : 0
        let below = region.dropTop(brief.isEmpty ? 0 : brief.count + 1 + blank)
        guard region.columns >= Self.wide, all.count > 1, below.rows >= Self.leastPane * 2 else {
            placed = Self.stack(all, room, in: below)
            return
        }
        let isTroubled = all[0] != .results
        let width = isTroubled ? region.columns * 3 / 5 : region.columns / 2
        let (left, right) = (below.left(width), below.dropLeft(width))
        var first = isTroubled ? all.filter { $0.rawValue < RunPage.Pane.results.rawValue } : [.results]
        var second = all.filter { !first.contains($0) && $0 != .configuration }
        if all.contains(.configuration) {
            // It goes where more rows are left.
            let (used, other) = (room.need(first, left.columns), room.need(second, right.columns))
            if used < other { first.append(.configuration) } else { second.append(.configuration) }
        }
        placed = Self.stack(first, room, in: left) + Self.stack(second, room, in: right)
        let order = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
        placed.sort { order[$0.pane] ?? 0 < order[$1.pane] ?? 0 }
    }

    /// Stacks panes; the focused one comes first when rows are few, and those that get none are left out.
    private static func stack(_ panes: [RunPage.Pane], _ room: Room, in region: Region) -> [Placed] {
        let byImportance = panes.filter { $0 == room.page.pane } + panes.filter { $0 != room.page.pane }
        var heights: [RunPage.Pane: Int] = [:]
        var spare = region.rows
        for pane in byImportance {
            let need = room.need(pane, region.columns)
            guard spare >= min(usefulPane, need) || heights.isEmpty else { continue }
            heights[pane] = min(need, spare)
            spare -= min(need, spare)
        }
        var rest = region
        return panes.compactMap { pane in
            guard var height = heights[pane] else { return nil }
            let isCut = room.need(pane, region.columns, isWhole: true) > height
            // What scrolls takes what is left, so that its frame does not end above an empty rest.
            if isCut, pane == .causes {
                height += spare
                spare = 0
            }
            defer { rest = rest.dropTop(height) }
            return Placed(pane: pane, box: rest.top(height), isCut: room.need(pane, region.columns, isWhole: true) > height)
        }
    }

    /// What panes need; it is shared, since the state is too large for copies.
    private final class Room {
        let page: RunPage
        let run: JobRun
        let state: State

        init(page: RunPage, run: JobRun, state: State) {
            (self.page, self.run, self.state) = (page, run, state)
        }

        func need(_ panes: [RunPage.Pane], _ columns: Int) -> Int { panes.reduce(0) { $0 + need($1, columns) } }

        func need(_ pane: RunPage.Pane, _ columns: Int, isWhole: Bool = false) -> Int {
            let lines = RunView.lineCount(of: pane, run, page: page, columns: columns - 4, state)
            return (pane == .causes && !isWhole ? min(lines, RunPanes.mostCauses) : lines) + RunPanes.titleRows
        }
    }
}
