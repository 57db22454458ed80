import FoundationEssentials
import ResultsFile

/// Every results file opens and is read to its end, and has the rows that it says it has.
enum ResultsCheck {
    static func verdict(on input: [UInt8]) async -> FuzzTarget.Verdict {
        let path = "/tmp/fuzz-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            try Data(input).write(to: URL(filePath: path))
            let file = try ResultsFile(path: path)
            let snapshot = await file.indexed()
            if !snapshot.phase.isFinal { return .init(broken: "not read to its end: \(snapshot.phase)") }
            let rows = try file.rows(in: 0..<snapshot.totals.items)
            if rows.count != snapshot.totals.items { return .init(broken: "\(rows.count) rows of \(snapshot.totals.items)") }
            for row in rows where row.outcome != .broken { _ = try file.item(at: row.index) }
            return .init(isUnderstood: !rows.isEmpty)
        } catch {
            return .init(broken: "\(error)")
        }
    }
}
