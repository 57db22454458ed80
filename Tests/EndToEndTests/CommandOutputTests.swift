import Foundation
import Glibc
import Simulator
import Testing

/// What each command prints, byte by byte, in every form; RECORD_PICTURES=1 writes the files in Golden and fails.
struct CommandOutputTests {
    /// A command whose output is kept.
    struct Kept {
        var name: String
        var arguments: [String]
        /// The definitions of the schema that a line and a document follow.
        var record: String
        var document: String
        var world = World.demo
    }

    static let commands: [Kept] = [
        Kept(name: "jobs", arguments: ["jobs"], record: "job", document: "jobs"),
        Kept(
            name: "jobs-filtered", arguments: ["jobs", "--filter", "failed>0", "--fields", "job,failed,share"], record: "job",
            document: "jobs"),
        Kept(
            name: "jobs-listed", arguments: ["jobs", "--fields", "job,state,next,apis"], record: "job", document: "jobs"),
        Kept(name: "runs", arguments: ["runs", "competitor-stock", "--limit", "3"], record: "run", document: "runs"),
        Kept(
            name: "runs-filtered", arguments: ["runs", "nightly-prices", "--filter", "type:manual", "--limit", "2"],
            record: "run", document: "runs"),
        Kept(name: "run", arguments: ["run", "nightly-prices", "last-good"], record: "runDetail", document: "runDetail"),
        Kept(name: "run-failed", arguments: ["run", "competitor-stock", "latest"], record: "runDetail", document: "runDetail"),
        Kept(name: "config", arguments: ["config", "nightly-prices", "latest"], record: "field", document: "fields"),
        Kept(
            name: "config-diff", arguments: ["config", "fails-since-its-timeout-changed", "latest", "--diff", "last-good"],
            record: "difference", document: "differences", world: .troubles),
        Kept(
            name: "config-diff-secret", arguments: ["config", "fails-since-its-proxy-changed", "latest", "--diff", "last-good"],
            record: "difference", document: "differences", world: .troubles),
        Kept(name: "problems", arguments: ["problems"], record: "problem", document: "problems"),
        Kept(
            name: "problems-shared", arguments: ["problems", "--filter", "credits"], record: "problem", document: "problems",
            world: .troubles),
        Kept(
            name: "fetch", arguments: ["fetch", "nightly-prices", "last-good", "-o", "prices.jsonl", "--replace"],
            record: "fetch", document: "fetch"),
        Kept(name: "items", arguments: ["items", "prices.jsonl", "--limit", "2"], record: "item", document: "items"),
        Kept(
            name: "items-fields",
            arguments: ["items", "prices.jsonl", "--filter", "price>400", "--fields", "row,output.title", "--limit", "3"],
            record: "item", document: "items"),
        Kept(name: "items-failures", arguments: ["items", "stock.jsonl", "--failures"], record: "cause", document: "causes"),
        Kept(name: "watch", arguments: ["watch", "competitor-stock"], record: "event", document: "event"),
        // The last one, since it changes what the others print.
        Kept(name: "trigger", arguments: ["trigger", "supplier-onboarding", "--yes"], record: "action", document: "action"),
    ]

    private static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    private static let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/jobtop.schema.json")

    @Test func everyCommandPrintsWhatItsFileHolds() async throws {
        try await Self.forEach { command, platform in
            var text = ""
            for form in [[], ["--jsonl"], ["--json"]] {
                let ended = try platform.run(command.arguments + form)
                text += "$ jobtop \((command.arguments + form).joined(separator: " "))\n\(Self.masked(ended.output))"
                text += "status \(ended.status)\n\n"
                #expect(ended.errors == "", "\(command.name)")
            }
            try Self.compare(text, with: command.name)
        }
    }

    @Test func allJSONFollowsTheSchema() async throws {
        let check = SchemaCheck(schema: try SchemaValue(String(contentsOf: Self.schema, encoding: .utf8)))
        try await Self.forEach { command, platform in
            let document = try platform.run(command.arguments + ["--json"]).output
            let problems = try check.problems(SchemaValue(document), as: command.document)
            #expect(problems == [], "\(command.name)")
            for line in try platform.run(command.arguments + ["--jsonl"]).output.split(separator: "\n") {
                let problems = try check.problems(SchemaValue(String(line)), as: command.record)
                #expect(problems == [], "\(command.name)")
            }
        }
    }

    private static func forEach(_ body: @escaping (Kept, StillPlatform) throws -> Void) async throws {
        for world in [World.demo, .troubles] {
            try await StillPlatform.with(world) { platform in
                if world == .demo { try platform.fetchFiles() }
                for command in commands where command.world == world { try body(command, platform) }
            }
        }
    }

    @Test func everyCommandOfTheSchemaIsChecked() throws {
        guard case .object(let names)? = try SchemaValue(String(contentsOf: Self.schema, encoding: .utf8))["$defs"] else {
            Issue.record("The schema has no definitions.")
            return
        }
        let checked = Set(Self.commands.flatMap { [$0.record, $0.document] } + ["error"])
        #expect(Set(names.keys).subtracting(checked) == [])
    }

    /// The text without what differs each time: when an answer arrived, ports.
    private static func masked(_ text: String) -> String {
        let json = text.replacing(/"knownAt": "[^"]+", "knownAge": [0-9.e-]+/, with: #""knownAt": "…", "knownAge": …"#)
            .replacing(/"knownAt": "[^"]+",\n  "knownAge": [0-9.e-]+/, with: "\"knownAt\": \"…\",\n  \"knownAge\": …")
            .replacing(/127\.0\.0\.1:\d+/, with: "127.0.0.1:PORT")
        guard json.hasPrefix("job\t"), json.contains("\tknownAt\tknownAge\n") else { return json }
        return json.replacing(/\t[0-9TZ:.-]+\t[0-9.e-]+\n/, with: "\t…\t…\n")
    }

    private static func compare(_ text: String, with name: String) throws {
        let file = golden.appending(path: "\(name).txt")
        if getenv("RECORD_PICTURES") != nil {
            try FileManager.default.createDirectory(at: golden, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("\(name).txt is written. Read the difference, then run without RECORD_PICTURES.")
            return
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
    }
}

extension StillPlatform {
    /// Fetches the files that `items` reads.
    func fetchFiles() throws {
        for (job, run, file) in [
            ("nightly-prices", "last-good", "prices.jsonl"), ("competitor-stock", "latest", "stock.jsonl"),
        ] {
            let ended = try self.run(["fetch", job, run, "-o", file])
            #expect(ended.status == 0, "\(ended.errors)")
        }
    }
}
