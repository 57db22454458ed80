import Foundation
import Testing

/// The commands for actions, as scripts and people run them: output, exit status, the file of actions, and lost answers.
struct ActionCommandTests {
    private static let job = "supplier-onboarding"
    private let folder = FileManager.default.temporaryDirectory.appending(path: "acts-\(UUID().uuidString)")

    private func run(_ platform: Platform, _ arguments: String...) throws -> ShellCommand {
        let environment = platform.environment.merging(["XDG_STATE_HOME": folder.path, "LANG": "C.UTF-8"]) { $1 }
        return try ShellCommand.run("env", [Jobtop.path] + arguments, environment: environment)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func outcomes() -> [String] {
        let text = (try? String(contentsOf: folder.appending(path: "jobtop/actions.jsonl"), encoding: .utf8)) ?? ""
        return text.matches(of: /"outcome":"([a-z-]+)"/).map { String($0.output.1) }
    }

    private func runs(_ platform: Platform) -> Int {
        platform.object(at: "jobs/\(Self.job)/runs?pageSize=1")["totalCount"] as? Int ?? -1
    }

    @Test func eachActionIsDoneAndRecorded() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let platform = try Platform(speed: 1)
        let triggered = try run(platform, "trigger", Self.job, "--yes", "--json")
        #expect(triggered.status == 0, "\(triggered.errors)")
        let new = try #require(try object(triggered.output)["newRun"] as? String)
        let terminated = try run(platform, "terminate", Self.job, String(new.prefix(8)), "-y", "--json")
        #expect(try object(terminated.output)["run"] as? String == new)
        #expect(try run(platform, "pause", Self.job, "--yes").output.contains("accepted\t\(Self.job)"))
        #expect(try run(platform, "pause", Self.job, "--yes").output.contains("unneeded\t\(Self.job)"))
        #expect(try run(platform, "resume", Self.job, "--yes").status == 0)
        #expect(outcomes() == ["accepted", "accepted", "accepted", "accepted"])
    }

    @Test(arguments: [[], ["--json"]]) func nothingIsSentWithoutAYes(_ options: [String]) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let platform = try Platform(speed: 1)
        let before = runs(platform)
        let environment = platform.environment.merging(["XDG_STATE_HOME": folder.path]) { $1 }
        let ended = try ShellCommand.run(Jobtop.path, ["trigger", Self.job] + options, environment: environment)
        #expect(ended.status == 2)
        #expect(ended.errors.contains("Add --yes. Nothing was sent."))
        for extra in [["--read-only"], []] {
            let readOnly = try ShellCommand.run(
                Jobtop.path, ["trigger", Self.job, "--yes"] + options + extra,
                environment: extra.isEmpty ? environment.merging(["JOBTOP_READ_ONLY": "1"]) { $1 } : environment)
            #expect(readOnly.status == 2)
            #expect(readOnly.errors.contains("read-only: nothing was sent."))
        }
        #expect(runs(platform) == before)
        #expect(outcomes() == [])
    }

    @Test(arguments: ["reset", "cut:9", "truncated", "502"]) func lostAnswerStartsOneRunAndEndsWith5(_ fault: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let platform = try Platform(speed: 1)
        let before = runs(platform)
        platform.setFaults("trigger=\(fault)")
        let ended = try run(platform, "trigger", Self.job, "--yes")
        #expect(ended.status == 5)
        #expect(ended.errors.contains("by hand: probably yours."), "\(ended.errors)")
        #expect(runs(platform) == before + 1)
        #expect(outcomes() == ["lost"])
    }

    @Test(arguments: [("401", Int32(3)), ("409:Conflict", 1), ("404", 4), ("429:1", 5)])
    func refusalHasItsStatus(_ fault: String, _ status: Int32) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let platform = try Platform(speed: 1)
        platform.setFaults("pause=\(fault)")
        #expect(try run(platform, "pause", Self.job, "--yes").status == status)
        #expect(outcomes() == ["refused"])
    }

    @Test func missingJobOrRunEndsWith4() throws {
        let platform = try Platform(speed: 1)
        #expect(try run(platform, "trigger", "no-such-job", "--yes").status == 4)
        #expect(try run(platform, "terminate", Self.job, "no-such-run", "--yes").status == 4)
        #expect(outcomes() == [])
    }

    @Test func triggeredRunIsWatchedToItsEnd() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let platform = try Platform(speed: 400)
        let ended = try run(platform, "trigger", Self.job, "--yes", "--watch", "--jsonl")
        let lines = ended.output.split(separator: "\n")
        #expect(lines.first?.contains(#""outcome": "accepted""#) == true, "\(ended.output)")
        #expect(lines.count > 1)
        #expect([0, 1].contains(ended.status), "\(ended.errors)")
    }

    @Test func personConfirmsByTyping() throws {
        let platform = try Platform(speed: 1)
        let terminal = try Terminal(
            environment: platform.environment,
            running: "export XDG_STATE_HOME=$PWD; \(Jobtop.command) trigger \(Self.job); echo status $?; exec cat")
        terminal.expect("Type yes and press Enter:")
        terminal.type("y")
        terminal.press("Enter")
        terminal.expect("not confirmed. Nothing was sent.")
        terminal.expect("status 2")
        let other = try Terminal(
            environment: platform.environment,
            running: "export XDG_STATE_HOME=$PWD; \(Jobtop.command) trigger \(Self.job); echo status $?; exec cat")
        other.expect("Type yes and press Enter:")
        other.type("yes")
        other.press("Enter")
        other.expect("accepted")
        other.expect("status 0")
    }
}
