import Foundation
import Testing

/// `jobtop doctor` as a script runs it: lines, an exit status, and no secret.
@Suite struct DoctorTests {
    private static let surroundings = ["TERM": "xterm", "LANG": "C.UTF-8"]

    private func doctor(_ arguments: [String] = [], _ environment: [String: String]) throws -> ShellCommand {
        try ShellCommand.run("env", ["-C", "/tmp", Jobtop.path, "doctor"] + arguments, environment: environment)
    }

    @Test func healthySetupEndsWithStatus0() throws {
        let platform = try Platform(speed: 1)
        let ended = try doctor([], platform.environment.merging(Self.surroundings) { $1 })
        #expect(ended.status == 0, "\(ended.output)")
        #expect(ended.output.contains("listed 16 jobs in "))
        #expect(ended.output.split(separator: "\n").allSatisfy { $0.hasPrefix("OK ") || $0.hasPrefix("- ") })
        #expect(!ended.output.contains(try #require(platform.environment["INTUNED_API_KEY"])))
        #expect(ended.errors.isEmpty)
    }

    @Test func missingKeyEndsWithStatus1() throws {
        let ended = try doctor([], Self.surroundings)
        #expect(ended.status == 1)
        #expect(ended.output.contains("FIX  settings          no API key. Set INTUNED_API_KEY"))
    }

    @Test func proxyIsNamedWithoutItsPassword() throws {
        let environment = [
            "INTUNED_API_KEY": "in1_key", "INTUNED_WORKSPACE_ID": "w", "INTUNED_PROJECT": "p",
            "INTUNED_API_BASE_URL": "https://intuned.invalid/api", "https_proxy": "http://user:password@127.0.0.1:1",
        ]
        let ended = try doctor([], environment.merging(Self.surroundings) { $1 })
        #expect(ended.status == 1)
        #expect(ended.output.contains("127.0.0.1:1, but not for hosts in no_proxy"))
        #expect(!ended.output.contains("password") && !ended.output.contains("in1_key"))
    }

    @Test func jobCalledLikeACommandCanBeOpened() throws {
        let ended = try ShellCommand.run(Jobtop.path, ["open", "doctor", "--demo"], environment: Self.surroundings)
        #expect(ended.status == 2)
        #expect(ended.errors.contains("is not a terminal"))
        #expect(try doctor(["nightly-prices"], Self.surroundings).errors.contains("run jobtop open nightly-prices"))
    }
}
