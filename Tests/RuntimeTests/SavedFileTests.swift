import Dashboard
import FoundationEssentials
import Glibc
import ResultsFile
import Runtime
import Testing

/// Files of pages and handovers, and the log of actions that a handover reads.
struct SavedFileTests {
    private let folder = Folder()

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test func fileIsForItsOwnerAlone() throws {
        let path = "\(folder.path)/a.svg"
        try SavedFile.write("text\n", to: path, replaces: false)
        #expect(try String(contentsOf: URL(filePath: path), encoding: .utf8) == "text\n")
        #expect(mode(path) == 0o600)
    }

    @Test func existingFileIsNotReplacedSilently() throws {
        let path = "\(folder.path)/a.svg"
        try SavedFile.write("old", to: path, replaces: false)
        #expect(throws: ResultsError.alreadyExists(path: path)) { try SavedFile.write("new", to: path, replaces: false) }
        #expect(try String(contentsOf: URL(filePath: path), encoding: .utf8) == "old")
        try SavedFile.write("new", to: path, replaces: true)
        #expect(try String(contentsOf: URL(filePath: path), encoding: .utf8) == "new")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.svg"])
    }

    @Test func folderThatIsMissingIsNamed() {
        let path = "\(folder.path)/none/a.svg"
        #expect(throws: ResultsError.notWritten(path: path, code: ENOENT)) {
            try SavedFile.write("text", to: path, replaces: false)
        }
    }

    @Test func actionsAreReadAndOtherLinesCounted() throws {
        let path = "\(folder.path)/actions.jsonl"
        let text = """
            {"time":"2026-11-23T17:00:00Z","action":"trigger","job":"a","run":"r1","outcome":"accepted","project":"p","more":[1]}
            {"time":"2026-11-23T17:01:00.5Z","action":"pause","job":"b"}
            {"time":"yesterday","action":"pause","job":"b"}
            {"broken
            """
        try Data(text.utf8).write(to: URL(filePath: path))
        let start = Date(timeIntervalSince1970: 1_795_453_200)
        let actions = [
            LoggedAction(time: start, action: "trigger", project: "p", job: "a", run: "r1", outcome: "accepted"),
            LoggedAction(time: start.addingTimeInterval(60.5), action: "pause", job: "b", run: nil, outcome: nil),
        ]
        #expect(ActionsFile.read(path) == .read(actions, badLines: 2))
    }

    @Test func logThatIsMissingOrNoFileIsTold() {
        #expect(ActionsFile.read(nil) == .absent)
        #expect(ActionsFile.read("\(folder.path)/none.jsonl") == .absent)
        #expect(ActionsFile.read(folder.path) == .unreadable(code: EISDIR))
    }
}
