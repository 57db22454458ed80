import Insight
import Intuned
import TextScreen

/// The outcomes of a job's latest runs, one cell per run, the newest on the right: the worse a run was, the higher its cell.
enum RunStrip {
    /// The number of runs shown.
    static let width = 20

    static func spans(_ row: JobRow, _ settings: Settings) -> [Span] {
        guard let runs = row.runs else { return [Span(row.failure.map { Wording.headline($0.error) } ?? "", .muted)] }
        return spans(runs, settings).map { Span($0.text, row.role($0.role)) }
    }

    /// The cells of the newest runs, with blanks where there are fewer.
    static func spans(_ runs: [JobRun], _ settings: Settings) -> [Span] {
        let newest = runs.prefix(width).reversed()
        return [Span(String(repeating: " ", count: width - newest.count))] + newest.map { cell($0, settings) }
    }

    /// The legend: cells with their meaning, the best first.
    static func legend(_ settings: Settings) -> [(cells: [Span], text: String)] {
        guard settings.charset != .ascii else {
            return Standing.allCases.map { ([Span(String($0.letter), $0.roleOfCell)], $0.legend) }
        }
        let levels = levels(settings).map(String.init)
        let partly = levels[1..<(levels.count - 1)].joined()
        return [
            ([Span(levels[0], Standing.well.roleOfCell)], Standing.well.legend),
            ([Span(partly, Standing.partly.roleOfCell)], "some items failed: the more, the higher"),
            ([Span(levels[levels.count - 1], Standing.failed.roleOfCell)], "failed, or did not start, or waits for a person"),
            ([Span(levels[0], Standing.moving.roleOfCell)], "running, with its failures so far"),
        ]
    }

    private static func cell(_ run: JobRun, _ settings: Settings) -> Span {
        let standing = Standing(of: run)
        if settings.charset == .ascii { return Span(String(standing.letter), standing.roleOfCell) }
        let levels = levels(settings)
        return Span(String(levels[height(standing, run.failureShare ?? 0, of: levels.count)]), standing.roleOfCell)
    }

    /// The heights, from the lowest; the highest leaves a gap to the row above where the font can.
    private static func levels(_ settings: Settings) -> [Character] {
        let levels = Spark.levels(settings.charset, hasEighths: settings.hasEighths)
        return settings.hasEighths ? levels.dropLast() : levels
    }

    /// The height from 0; the full one is kept for a run that failed as a whole.
    private static func height(_ standing: Standing, _ share: Double, of count: Int) -> Int {
        switch standing {
        case .failed, .notStarted, .waitsForPerson: count - 1
        case .unknown: count / 2
        case .well, .partly, .moving, .held, .stopped:
            share > 0 ? max(1, min(count - 2, Int((share * Double(count - 2)).rounded(.up)))) : 0
        }
    }
}

extension Standing {
    /// The role of a cell, whose height counts: without color it must not be reversed.
    fileprivate var roleOfCell: Role {
        role == .good ? .gaugeGood : role == .bad ? .gaugeBad : role
    }

    /// The letter of a run in plain ASCII: a capital for one that needs somebody.
    fileprivate var letter: Character {
        switch self {
        case .moving: "r"
        case .held: "h"
        case .waitsForPerson: "W"
        case .well: "o"
        case .partly: "P"
        case .failed: "F"
        case .stopped: "s"
        case .notStarted: "N"
        case .unknown: "?"
        }
    }
}
