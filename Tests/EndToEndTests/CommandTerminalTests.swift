import Foundation
import Simulator
import Testing

/// Commands on a terminal, which script(1) provides.
struct CommandTerminalTests {
    private func lines(_ command: String, columns: Int, _ platform: StillPlatform) throws -> [String] {
        let line = "stty cols \(columns) rows 24; exec \(Jobtop.command) \(command)"
        let ended = try ShellCommand.run("script", ["-qec", line, "/dev/null"], environment: platform.environment)
        return ended.output.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
    }

    @Test func columnsFitTheTerminal() async throws {
        try await StillPlatform.with { platform in
            for columns in [40, 60, 80, 200] {
                let lines = try lines("jobs --no-color", columns: columns, platform)
                #expect(lines.count == 17)
                #expect(lines.first?.hasPrefix("job                     status") == true)
                #expect(lines.allSatisfy { $0.count <= columns }, "\(columns)")
                #expect(lines.first?.hasSuffix("state") == (columns == 200))
            }
        }
    }

    @Test func colorsAreOffOnRequest() async throws {
        try await StillPlatform.with { platform in
            let colored = try lines("problems", columns: 120, platform)
            #expect(colored.first?.hasPrefix("\u{1B}[1mseverity\u{1B}[0m") == true)
            #expect(colored.contains { $0.hasPrefix("\u{1B}[31msevere\u{1B}[0m") })
            let plain = try lines("problems --no-color", columns: 120, platform)
            #expect(!plain.joined().contains("\u{1B}"))
            #expect(plain == colored.map { $0.replacing(/\u{1B}\[\d*m/, with: "") })
        }
    }

    @Test func oneRunIsALineForEachField() async throws {
        try await StillPlatform.with { platform in
            let lines = try lines("run nightly-prices last-good --fields id,status,items,share", columns: 80, platform)
            #expect(
                lines == [
                    "id      71a2886b-18fe-7c57-258b-d447080809b6", "status  \u{1B}[32mSUCCESS\u{1B}[0m", "items   240",
                    "share   0 %",
                ])
        }
    }

    @Test func emptyListIsSaid() async throws {
        try await StillPlatform.with(.empty) { platform in
            let (said, quiet) = (
                try lines("problems", columns: 80, platform), try lines("problems --quiet", columns: 80, platform)
            )
            #expect(said == ["jobtop: no problems."])
            #expect(quiet == [])
        }
    }
}
