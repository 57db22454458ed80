import Dashboard
import FoundationEssentials
import Glibc
import Intuned
import TextScreen

@testable import jobtop

/// A row of a kind that exists only in tests.
struct TestRow: Sendable {
    var id: String
    var note: String?
    var size: Int?
    var at: Date?

    static let kind = RecordKind<TestRow>(
        name: "thing", plural: "things",
        fields: [
            OutputField("id", .id, "Its id.") { .text($0.id) },
            OutputField("note", .text, "A note.", role: { _ in .bad }) { .text($0.note) },
            OutputField("size", .count, "How many.") { .count($0.size) },
            OutputField("at", .time, "When.") { .time($0.at) },
            OutputField("key", .any, "A secret.") { .secret(Secret("key of \($0.id)")) },
        ],
        columns: ["id", "note", "size", "at"], facts: [ListFact(name: "total", meaning: "All.")])
}

extension OutputSettings {
    /// Settings with a clock that stands still.
    static func still(_ format: OutputFormat) -> OutputSettings {
        var settings = OutputSettings(format: format)
        settings.now = { Moment(wall: Date(timeIntervalSince1970: 1_795_867_200), uptime: 100) }
        return settings
    }
}

/// What a writer prints.
func printed(_ rows: [TestRow], _ settings: OutputSettings, isOnly: Bool = false) throws -> String {
    let folder = Folder()
    let path = "\(folder.path)/output"
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    defer { close(descriptor) }
    var writer = try RecordWriter(TestRow.kind, settings, to: OutputStream(to: descriptor))
    if isOnly {
        for row in rows { try writer.writeOnly(row) }
    } else {
        for row in rows { try writer.write(row) }
        try writer.end([9])
    }
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
}
