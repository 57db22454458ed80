import FoundationEssentials
import Glibc
import ResultsFile

/// Every results file opens and is read to its end, and has the reported number of rows, in the file and in an export.
enum ResultsCheck {
    /// In memory if such a folder exists: on a disk, creating and removing files took most of the time.
    private static let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"

    static func verdict(on input: [UInt8]) async -> FuzzTarget.Verdict {
        let path = "\(folder)/fuzz-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            try Data(input).write(to: URL(filePath: path))
            let file = try ResultsFile(path: path)
            let snapshot = await file.indexed()
            if !snapshot.phase.isFinal { return .init(broken: "not read to its end: \(snapshot.phase)") }
            let rows = try file.rows(in: 0..<snapshot.totals.items)
            if rows.count != snapshot.totals.items { return .init(broken: "\(rows.count) rows of \(snapshot.totals.items)") }
            for row in rows where row.outcome != .broken { _ = try file.item(at: row.index) }
            let format = ExportFormat.allCases[input.count % ExportFormat.allCases.count]
            let written = try await writtenRows(of: file, as: format)
            if written != rows.count { return .init(broken: "\(written) rows of \(rows.count) written as \(format)") }
            return .init(isUnderstood: !rows.isEmpty, broken: try brokenLine(in: file.bytes))
        } catch {
            return .init(broken: "\(error)")
        }
    }

    private static func writtenRows(of file: ResultsFile, as format: ExportFormat) async throws -> Int {
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(nowhere) }
        return try await file.view(ResultsFilter()).export(as: format, to: nowhere).rows
    }

    /// Checks that short parts of lines follow each other without a gap to the end of the file, forwards and backwards.
    private static func brokenLine(in bytes: ResultsBytes) throws -> String? {
        let lines = try bytes.lines(from: 0, count: 200, longest: 8)
        var end: Int64 = 0
        for line in lines {
            if line.offset != end { return "a line at \(line.offset) behind one that ends at \(end)" }
            let start = try bytes.lineStart(1, before: line.next, longest: 8)
            if start != line.offset { return "the line before \(line.next) is at \(line.offset) or \(start)" }
            end = line.next
        }
        return try lines.count == 200 || end == bytes.size() ? nil : "the lines end at \(end)"
    }
}
