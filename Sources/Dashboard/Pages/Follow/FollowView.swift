import FoundationEssentials
import Intuned
import TextScreen

/// Draws the active run of a job below its last outcome, or what is awaited.
enum FollowView {
    static func draw(_ page: FollowPage, _ state: State, on canvas: inout Canvas, in region: Region) {
        guard state.records.listings[page.job] != nil else {
            canvas.writeCentered(Placeholder.text(for: .newestRuns(job: page.job), in: state), in: region)
            return
        }
        canvas.write(last(page, state), column: region.column + 1, row: region.row, limit: region.columns - 2)
        let rest = region.dropTop(1)
        guard let key = page.runKey(in: state) else {
            canvas.writeCentered(Wording.awaiting(page.job, due: due(page, state), in: state), in: rest, role: .strong)
            return
        }
        RunView.draw(RunPage(key: key), state, on: &canvas, in: rest)
    }

    /// How the last run ended, which stays in sight while the next one works.
    private static func last(_ page: FollowPage, _ state: State) -> [Span] {
        guard let run = page.last(in: state) else { return [Span(Wording.noRunHasEnded, .muted)] }
        let standing = Standing(of: run)
        let key = RunKey(profile: state.profile.id, job: page.job, run: run.id)
        let ended = (run.endTime ?? run.updatedAt)?.date.map { state.serverNow.timeIntervalSince($0) }
        return [
            Span("\(standing.mark(state.settings.charset)) ", standing.role),
            Span(Wording.lastRun(state.shortID(of: key), run, ended: ended, known: state.knownUntil), standing.role),
        ]
    }

    private static func due(_ page: FollowPage, _ state: State) -> Date? {
        let job = state.records.job(page.job)
        return job?.state == .known(.paused) ? nil : job?.nextRunTime?.date
    }
}
