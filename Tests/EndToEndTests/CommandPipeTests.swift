import Foundation
import Simulator
import Testing

/// Commands in a pipe: a reader that stops early, a disk that is full, secrets.
struct CommandPipeTests {
    private func shell(_ line: String, _ platform: StillPlatform) throws -> ShellCommand {
        try ShellCommand.run("bash", ["-c", "cd '\(platform.folder.path)'; \(line)"], environment: platform.environment)
    }

    @Test(arguments: ["runs price-ticks --all --jsonl", "runs price-ticks --limit 2000", "runs price-ticks --all --json"])
    func closedPipeIsSilent(command: String) async throws {
        try await StillPlatform.with(.huge) { platform in
            let ended = try shell("\(Jobtop.command) \(command) | head -1; echo ${PIPESTATUS[0]}", platform)
            #expect(ended.errors == "")
            // The status of SIGPIPE, as of any program in a pipe.
            #expect(ended.output.split(separator: "\n").last == "141")
        }
    }

    @Test func fetchToAClosedPipeIsSilentAndLeavesNothing() async throws {
        try await StillPlatform.with { platform in
            let fetch = "\(Jobtop.command) fetch nightly-prices last-good -o -"
            let ended = try shell("\(fetch) | head -c 10; status=${PIPESTATUS[0]}; echo; echo $status; ls", platform)
            #expect(ended.errors == "")
            #expect(ended.output == "{\"apiInfo\"\n141\n")
        }
    }

    @Test func fetchToStandardOutputIsTheWholeFile() async throws {
        try await StillPlatform.with { platform in
            _ = try platform.run(["fetch", "nightly-prices", "last-good", "-o", "file"])
            let ended = try platform.run(["fetch", "nightly-prices", "last-good", "-o", "-"])
            #expect(ended.status == 0)
            #expect(try Data(ended.output.utf8) == Data(contentsOf: platform.folder.appending(path: "file")))
            #expect(try FileManager.default.contentsOfDirectory(atPath: platform.folder.path) == ["file"])
        }
    }

    @Test func existingFileIsNotReplaced() async throws {
        try await StillPlatform.with { platform in
            let path = platform.folder.appending(path: "file")
            try Data("mine".utf8).write(to: path)
            let ended = try platform.run(["fetch", "nightly-prices", "last-good", "-o", "file"])
            #expect(ended.status == 2)
            #expect(ended.errors == "jobtop: file already exists. Use --replace, or -o with another name.\n")
            #expect(try Data(contentsOf: path) == Data("mine".utf8))
        }
    }

    @Test func failedFetchLeavesNothing() async throws {
        try await StillPlatform.with(faults: ["store=cut:4096*1", "store=403"]) { platform in
            let ended = try platform.run(["fetch", "nightly-prices", "last-good", "-o", "file", "--json"])
            #expect(ended.status == 5)
            let error = try #require(try SchemaValue(ended.errors)["error"])
            #expect(error["kind"] == .string("fetch"))
            #expect(error["message"]?.text?.hasPrefix("The store returned 403") == true, "\(ended.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: platform.folder.path) == [])
        }
    }

    @Test func fullDiskIsAnError() async throws {
        try await StillPlatform.with { platform in
            let ended = try shell("\(Jobtop.command) jobs > /dev/full; echo $?", platform)
            #expect(ended.errors == "jobtop: standard output cannot be written: no space left on the device.\n")
            #expect(ended.output == "2\n")
        }
    }

    @Test func secretsArePrintedOnlyOnRequest() async throws {
        try await StillPlatform.with { platform in
            let command = ["config", "nightly-prices", "latest", "--filter", "path:authorization"]
            let masked = try platform.run(command + ["--jsonl"]).output
            #expect(masked.contains(#""value": "••••••••""#))
            let shown = try platform.run(command + ["--jsonl", "--show-secrets"]).output
            #expect(!shown.contains("••") && shown.contains("Bearer"), "\(shown)")
            let key = try #require(platform.environment["INTUNED_API_KEY"])
            for arguments in [["jobs"], ["run", "nightly-prices", "last-good"], ["problems"]] {
                let ended = try platform.run(arguments + ["--json"])
                #expect(!(ended.output + ended.errors).contains(key))
                #expect(!ended.output.contains("Signature="))
            }
        }
    }

    @Test func hostileTextCannotSendEscapes() async throws {
        try await StillPlatform.with(.strange) { platform in
            for form in [[], ["--jsonl"], ["--json"]] {
                let ended = try platform.run(["jobs"] + form)
                let controls = ended.output.unicodeScalars.filter { $0.value < 0x20 && !"\t\n".unicodeScalars.contains($0) }
                #expect(controls.isEmpty)
                #expect(!ended.output.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) || $0.value == 0x202E })
            }
        }
    }
}
