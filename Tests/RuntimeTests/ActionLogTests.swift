import Dashboard
import FoundationEssentials
import Glibc
import ResultsFile
import Testing

@testable import Runtime

/// The file of actions: one line each, for its owner alone, of limited size.
struct ActionLogTests {
    private let folder = Folder()
    private var log: ActionLog { ActionLog(path: "\(folder.path)/state/jobtop/actions.jsonl") }

    private func record(_ run: String = "r-1", outcome: ActionRecord.Outcome = .accepted) -> ActionRecord {
        let target = ActionTarget(profile: .first, project: "p", job: "j/1", run: run)
        var record = ActionRecord(
            Action(.terminate, target), at: Date(timeIntervalSince1970: 1_795_456_800), source: .dashboard, host: "h",
            seconds: 0.25)
        record.outcome = outcome
        return record
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat("\(folder.path)/\(path)", &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    @Test func lineIsJSONWithTheTargetAndTheOutcome() throws {
        try log.add(record())
        #expect(
            String(decoding: try folder.read("state/jobtop/actions.jsonl"), as: UTF8.self) == """
                {"action":"terminate","host":"h","job":"j/1","outcome":"accepted","project":"p","run":"r-1","seconds":0.25,\
                "source":"dashboard","time":"2026-11-23T18:00:00.000Z"}

                """)
    }

    @Test func folderAndFileAreTheirOwnersAlone() throws {
        let mask = umask(0)
        defer { umask(mask) }
        try log.add(record())
        #expect([mode("state/jobtop"), mode("state/jobtop/actions.jsonl")] == [0o700, 0o600])
        chmod("\(folder.path)/state/jobtop", 0o755)
        chmod("\(folder.path)/state/jobtop/actions.jsonl", 0o644)
        try log.add(record())
        #expect([mode("state/jobtop"), mode("state/jobtop/actions.jsonl")] == [0o700, 0o600])
    }

    @Test func fullFileIsPutAsideAndNoLineIsCut() throws {
        let small = ActionLog(path: log.path, limit: 1000)
        for number in 1...50 { try small.add(record("run-\(number)")) }
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/state/jobtop").sorted()
        #expect(names == ["actions.jsonl", "actions.jsonl.1"])
        for name in names {
            let text = String(decoding: try folder.read("state/jobtop/\(name)"), as: UTF8.self)
            #expect(text.utf8.count <= 1000)
            #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
        }
    }

    /// Two programs that share a file: each finds the place where the other has put it.
    @Test func twoWritersShareTheFile() throws {
        let (one, other) = (ActionLog(path: log.path, limit: 1000), ActionLog(path: log.path, limit: 1000))
        for number in 1...20 { try (number.isMultiple(of: 2) ? one : other).add(record("run-\(number)")) }
        let last = String(decoding: try folder.read("state/jobtop/actions.jsonl"), as: UTF8.self).split(separator: "\n").last
        #expect(last?.contains("\"run-20\"") == true)
    }

    @Test func folderThatCannotBeMadeIsAFailure() throws {
        try folder.write("", to: "state")
        let failure = #expect(throws: FileFailure.self) { try log.add(record()) }
        #expect(failure?.problem == .system(code: ENOTDIR))
    }

    @Test func pathFollowsTheBaseDirectories() {
        #expect(ActionLog.path(environment: ["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/jobtop/actions.jsonl")
        #expect(ActionLog.path(environment: ["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/jobtop/actions.jsonl")
        #expect(ActionLog.path(environment: ["XDG_STATE_HOME": "", "HOME": "/h"]) == "/h/.local/state/jobtop/actions.jsonl")
        #expect(ActionLog.path(environment: [:]) == nil)
    }
}
