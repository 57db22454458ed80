import Foundation
import Glibc
import Simulator
import Testing

/// The exit status and the error of a command, for each way in which the platform fails.
struct CommandStatusTests {
    @Test(arguments: [
        ("all=401", 3, "unauthorized"), ("all=403", 3, "forbidden"), ("all=404", 4, "not-found"),
        ("all=429", 5, "rate-limited"), ("all=500", 5, "server"), ("all=502", 5, "server"), ("all=hang", 5, "not-reachable"),
        ("all=reset", 5, "not-reachable"), ("all=invalid", 5, "not-understood"),
        ("all=redirect:http://127.0.0.1:1/", 5, "redirected"),
    ]) func faultHasItsStatus(fault: String, status: Int32, kind: String) async throws {
        try await StillPlatform.with(faults: [fault]) { platform in
            let patience = fault == "all=hang" ? "1" : "0"
            for command in [["jobs"], ["runs", "nightly-prices"], ["problems"], ["run", "nightly-prices", "latest"]] {
                let ended = try platform.run(command + ["--json", "--patience", patience])
                #expect(ended.status == status, "\(command): \(ended.errors)")
                #expect(ended.output == "", "\(command)")
                #expect(try SchemaValue(ended.errors)["error"]?["kind"] == .string(kind), "\(command)")
                #expect(try SchemaValue(ended.errors)["error"]?["status"] == .integer(Int(status)), "\(command)")
            }
        }
    }

    @Test func refusedConnectionHasItsStatus() async throws {
        try await StillPlatform.with { platform in
            let ended = try platform.run(["jobs", "--base-url", "http://127.0.0.1:1/api", "--patience", "0"])
            #expect(ended.status == 5)
            #expect(ended.errors.hasPrefix("jobtop: 127.0.0.1:1 refused the connection."))
            #expect(ended.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func passingFaultIsRetried() async throws {
        try await StillPlatform.with(faults: ["all=503*1"]) { platform in
            let ended = try platform.run(["jobs", "--fields", "job"])
            #expect(ended.status == 0)
            #expect(ended.output.split(separator: "\n").count == 17)
            #expect(ended.errors == "")
        }
    }

    @Test func oneJobThatFailsHidesNoOther() async throws {
        try await StillPlatform.with(.strange) { platform in
            let jobs = try platform.run(["jobs", "--fields", "job,status", "--patience", "0"])
            #expect(jobs.status == 5)
            #expect(jobs.output.contains("not-a-number\t\n"))
            let lines = jobs.errors.split(separator: "\n")
            #expect(lines.contains("jobtop: The runs of not-a-number are not known."))
            #expect(lines.last?.hasPrefix("jobtop: 127.0.0.1:") == true)
            let document = try SchemaValue(platform.run(["jobs", "--json", "--patience", "0"]).output)
            #expect(document["unknown"] == .integer(1))
        }
    }

    @Test func runsThatAllFailEndTheCommand() async throws {
        try await StillPlatform.with(faults: ["runs=500"]) { platform in
            let ended = try platform.run(["problems", "--json", "--patience", "0"])
            #expect(ended.status == 5)
            #expect(ended.output == "")
            #expect(platform.requestCount <= 8)
        }
    }

    @Test func whatDoesNotExistHasStatus4() async throws {
        try await StillPlatform.with { platform in
            for command in [
                ["runs", "none"], ["run", "none", "latest"], ["run", "nightly-prices", "zzz"],
                ["fetch", "nightly-prices", "zzz"],
                ["run", "supplier-onboarding", "latest"], ["items", "none.jsonl"],
            ] {
                let ended = try platform.run(command)
                #expect(ended.status == 4, "\(command)")
            }
        }
    }

    @Test func failedRunAndProblemsHaveStatus1() async throws {
        try await StillPlatform.with { platform in
            for (command, status) in [
                (["run", "competitor-stock", "latest"], 1), (["problems"], 1),
                (["problems", "--filter", "job:nightly-prices"], 0), (["run", "nightly-prices", "last-good", "--strict"], 0),
            ] {
                let ended = try platform.run(command)
                #expect(ended.status == status, "\(command)")
            }
        }
    }

    @Test(arguments: [
        (["jobs", "--fields", "job,color"], "--fields: unknown field color. Fields of jobs: job, state, run, status,"),
        (["jobs", "--fields", ""], "--fields: unknown field without a name."),
        (["jobs", "--filter", "statuz:x"], "--filter: Unknown field statuz. Do you mean status? (character 1)"),
        (["jobs", "--filter", "took>x"], "--filter: x is not an amount of took."),
        (["problems", "--filter", "severity>1"], "--filter: severity is a text"),
        (["run", "nightly-prices", "latest", "--filter", "x"], "--filter narrows a list"),
        (["run", "nightly-prices", "next"], "next is a run that has not started"),
        (["items", "x", "--filter", "took>x"], "--filter: x is not an amount of took."),
        (["runs", ""], "JOB is empty. Give it a value or leave it out."),
        (["fetch", "", "latest"], "JOB is empty. Give it a value or leave it out."),
        (["jobs", "--base-url", "nonsense"], "cannot use the base URL nonsense"),
    ]) func mistakeHasStatus2AndASentence(arguments: [String], sentence: String) async throws {
        try await StillPlatform.with { platform in
            let ended = try platform.run(arguments)
            #expect(ended.status == 2)
            #expect(ended.errors.hasPrefix("jobtop: \(sentence)"), "\(ended.errors)")
            #expect(ended.output == "")
            #expect(platform.requestCount == 0)
        }
    }

    @Test func mistakeOfTheCommandLineIsJSONToo() async throws {
        try await StillPlatform.with { platform in
            for arguments in [["runs", "--json"], ["jobs", "--jsonl", "--nonsense"], ["jobs", "--json", "--patience", "x"]] {
                let ended = try platform.run(arguments)
                #expect(ended.status == 2, "\(arguments)")
                #expect(try SchemaValue(ended.errors)["error"]?["kind"] == .string("usage"), "\(ended.errors)")
            }
        }
    }

    @Test func ambiguousRunIsNamed() async throws {
        try await StillPlatform.with { platform in
            let ids = try platform.run(["runs", "nightly-prices", "--fields", "id", "--quiet"]).output.split(separator: "\n")
            let first = try #require(Dictionary(grouping: ids, by: \.first).first { $0.value.count > 1 })
            let ended = try platform.run(["run", "nightly-prices", String(first.key.map { String($0) } ?? "")])
            #expect(ended.status == 2)
            #expect(ended.errors.contains(first.value[0]) && ended.errors.contains(first.value[1]))
            #expect(try platform.run(["run", "nightly-prices", String(first.value[0].prefix(12)), "-q"]).status != 2)
        }
    }
}
