import ArgumentParser
import FoundationEssentials
import Intuned
import TextScreen
import Testing

@testable import jobtop

/// What `jobtop doctor` makes of what it finds.
struct DoctorTests {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)

    private func doctor(_ arguments: [String] = [], _ environment: [String: String] = [:]) throws -> Doctor {
        Doctor(command: try JobtopCommand.parse(arguments), environment: environment)
    }

    private func answer(_ outcome: Result<Int, IntunedError>, ahead: Double? = 0) -> DoctorRequest.Answer {
        DoctorRequest.Answer(outcome: outcome, serverTime: ahead.map { Self.now + $0 }, received: Self.now, took: 0.2)
    }

    private func found(_ name: String, in findings: [Finding]) throws -> Finding {
        try #require(findings.first { $0.name == name })
    }

    @Test func answerIsCountedAndTimed() {
        #expect(
            DoctorRequest.findings(answer(.success(16)), host: "app.example.com") == [
                .ok("platform", "app.example.com listed 16 jobs in 200 ms"), .ok("clock", "within 5 s of the server's clock"),
            ])
    }

    @Test func refusalSaysWhatToDo() throws {
        let findings = DoctorRequest.findings(answer(.failure(.unauthorized(nil))), host: "app.example.com")
        #expect(try found("platform", in: findings).verdict == .fix)
        #expect(try found("platform", in: findings).text.contains("INTUNED_API_KEY"))
        #expect(try found("clock", in: findings).verdict == .unchecked)
    }

    @Test(arguments: [(3600.0, "1h behind"), (-120.0, "2m ahead of")]) func clockDifferenceIsNamed(
        seconds: Double, words: String
    ) throws {
        let findings = DoctorRequest.findings(answer(.success(1), ahead: seconds), host: "app.example.com")
        #expect(try found("clock", in: findings).verdict == .fix)
        #expect(try found("clock", in: findings).text.contains("clock is \(words) the server's"))
    }

    @Test func answerWithoutATimeComparesNoClock() throws {
        let findings = DoctorRequest.findings(answer(.success(1), ahead: nil), host: "app.example.com")
        #expect(try found("clock", in: findings).verdict == .unchecked)
    }

    @Test(arguments: [[:], ["TERM": "dumb"], ["TERM": "no-such-terminal-1"]])
    func terminalThatCannotDrawNeedsARepair(environment: [String: String]) throws {
        let findings = try doctor([], environment).machine(isTerminal: true, size: nil)
        #expect(try found("terminal", in: findings).verdict == .fix)
    }

    @Test func tooSmallTerminalNeedsARepair() throws {
        let doctor = try doctor([], ["TERM": "xterm"])
        let small = doctor.machine(isTerminal: true, size: Size(columns: 39, rows: 24))
        #expect(try found("terminal", in: small).verdict == .fix)
        let usual = doctor.machine(isTerminal: true, size: Size(columns: 80, rows: 24))
        #expect(try found("terminal", in: usual) == .ok("terminal", "xterm, 80x24"))
    }

    @Test func outputIntoAFileIsNoMistake() throws {
        let findings = try doctor([], ["TERM": "xterm"]).machine(isTerminal: false, size: nil)
        #expect(try found("terminal", in: findings).verdict == .unchecked)
    }

    @Test func missingFolderForResultsNeedsARepair() throws {
        let findings = try doctor(["--results-dir", "/no/such/folder"]).machine(isTerminal: false, size: nil)
        #expect(try found("results folder", in: findings).verdict == .fix)
    }

    @Test func stateFolderIsNamedOrNeedsARepair() throws {
        let folder = Folder()
        func line(_ environment: [String: String]) throws -> Finding {
            try found("state folder", in: doctor([], environment).machine(isTerminal: false, size: nil))
        }
        let path = folder.path
        #expect(try line(["XDG_STATE_HOME": path]) == .ok("state folder", "\(path)/jobtop is made when it is first needed"))
        _ = try folder.write("", to: "file")
        #expect(try line(["XDG_STATE_HOME": "\(path)/file"]).verdict == .fix)
        #expect(try line([:]).verdict == .unchecked)
    }

    @Test func keyFileIsJudgedAlsoWithoutOtherSettings() throws {
        let folder = Folder()
        for (mode, verdict) in [(0o600, Finding.Verdict.ok), (0o644, .fix)] {
            let file = try folder.write("key\n", to: "key-\(mode)", mode: mode)
            let findings = try doctor(["--api-key-file", file]).settings(.failure(.missingKey))
            #expect(try found("key file", in: findings).verdict == verdict)
            #expect(try found("settings", in: findings).verdict == .fix)
        }
    }

    @Test func settingsInForceAreListedWithoutTheKey() throws {
        let environment = [
            "INTUNED_API_KEY": "in1_secret", "INTUNED_WORKSPACE_ID": "workspace", "INTUNED_PROJECT": "project",
        ]
        let doctor = try doctor([], environment)
        let settings = try PlatformSettings(doctor.command.platform, environment: environment) { () throws(StartError) in nil }
        let lines = doctor.settings(.success(settings)).map(\.line)
        #expect(lines.contains("OK   Project           project (INTUNED_PROJECT)"))
        #expect(!lines.joined().contains("secret"))
    }

    @Test func commitFollowsTheVersion() {
        #expect(Version.text(commit: "") == "jobtop \(Version.number)")
        #expect(Version.text(commit: "21a8128d7f92") == "jobtop \(Version.number) (21a8128d7f92)")
    }
}
