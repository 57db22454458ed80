package import Intuned
package import TextScreen

/// A bar of the shares of items that succeeded, failed and remain.
package struct Gauge: Hashable, Sendable {
    /// Items that succeeded.
    package var ok: Int
    /// Items that failed.
    package var failed: Int
    /// All items.
    package var total: Int

    /// Creates the gauge of a run; nil if the platform does not report the number of items.
    package init?(of run: JobRun) {
        guard let payloads = run.payloads, payloads > 0 else { return nil }
        ok = max(0, run.successfulRuns ?? 0)
        failed = max(0, run.failedRuns ?? 0)
        total = max(payloads, ok + failed)
    }

    /// Whether every item has ended.
    var isComplete: Bool { ok + failed == total }

    /// Finished items as a percentage of all.
    package var percent: String { Wording.percent(ok + failed, of: total) }

    /// The cells for each part: every part above zero gets a cell, and only a complete run fills the bar.
    package func cells(_ width: Int) -> (ok: Int, failed: Int, left: Int) {
        guard width > 0 else { return (0, 0, 0) }
        let left = max(0, total - ok - failed)
        var cells = [ok, failed, left].map { part in
            part == 0 ? 0 : max(1, Int((Double(part) / Double(total) * Double(width)).rounded()))
        }
        while cells.reduce(0, +) != width {
            let isOver = cells.reduce(0, +) > width
            guard let widest = cells.indices.max(by: { cells[$0] < cells[$1] }) else { break }
            cells[widest] += isOver ? -1 : 1
        }
        return (cells[0], cells[1], cells[2])
    }

    /// The bar in this many columns: a thin line, crossed where items failed.
    ///
    /// Without failures the line ends at half a cell if need be.
    ///
    /// - Parameter hasEighths: whether the terminal has all box drawing and block elements; the Linux console's font has few.
    package func bar(_ width: Int, _ charset: Charset, hasEighths: Bool = true) -> [Span] {
        let glyphs = Glyphs(charset)
        let (done, bad) = charset == .ascii || hasEighths ? (glyphs.done, glyphs.failed) : ("▄", "█")
        var (ok, failed, left) = cells(width)
        var half = ""
        if failed == 0, charset != .ascii, hasEighths {
            let halves = cells(width * 2).ok
            (ok, half) = (halves / 2, halves % 2 == 1 ? "╸" : "")
            left = width - ok - half.count
        }
        return [
            Span(String(repeating: done, count: ok) + half, .gaugeGood),
            Span(String(repeating: bad, count: failed), .gaugeBad),
            Span(String(repeating: glyphs.left, count: left), .gaugeLeft),
        ]
    }
}
