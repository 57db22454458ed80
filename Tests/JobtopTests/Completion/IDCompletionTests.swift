import ArgumentParser
import Dashboard
import FoundationEssentials
import Testing

@testable import jobtop

/// The ids that are offered from a given file, to each shell in its form.
struct IDCompletionTests {
    private static let now = Date(timeIntervalSince1970: 100_000)

    private static func run(_ id: String, _ status: String, ago: Int) -> SeenRun {
        SeenRun(id: id, status: status, start: 100_000 - ago)
    }

    private static let jobs = [
        SeenJob(id: "never", isPaused: false, runs: []),
        SeenJob(id: "older", isPaused: true, runs: [run("r3", "SUCCESS", ago: 7200)]),
        SeenJob(id: "newer", isPaused: false, runs: [run("r2", "PENDING", ago: 60), run("r1", "FAILURE", ago: 3700)]),
    ]

    private func completion(
        _ words: String..., shell: CompletionShell? = .bash, jobs: [SeenJob] = jobs, environment: [String: String] = [:]
    ) -> IDCompletion {
        var seen = SeenProjects()
        _ = seen.note(SeenProject(workspace: "w", project: "q", seen: 1, jobs: [SeenJob(id: "other")]), isWhole: true)
        _ = seen.note(SeenProject(workspace: "w", project: "p", seen: 2, jobs: jobs), isWhole: true)
        let line = TypedLine(words + [""], index: words.count, environment: environment) { nil }
        return IDCompletion(seen, line, shell: shell, now: Self.now)
    }

    @Test func jobThatRanLastIsFirst() {
        #expect(completion("jobtop", "runs").jobs() == ["newer", "older", "never", "other"])
    }

    @Test(arguments: [
        (["--project", "q"], [:]), (["-p", "q"], [:]), (["--project=q"], [:]), (["--project", "'q'"], [:]),
        ([], ["INTUNED_PROJECT": "q"]), (["--project", "q"], ["INTUNED_PROJECT": "p"]),
    ]) func namedProjectIsTheOnlyOne(_ options: [String], _ environment: [String: String]) {
        var seen = SeenProjects()
        for name in ["p", "q"] {
            let project = SeenProject(workspace: "w", project: name, seen: 1, jobs: [SeenJob(id: "of-\(name)")])
            _ = seen.note(project, isWhole: true)
        }
        let words = ["jobtop", "runs"] + options
        let line = TypedLine(words + [""], index: words.count, environment: environment) { nil }
        #expect(IDCompletion(seen, line, shell: nil, now: Self.now).jobs() == ["of-q"])
    }

    @Test func unknownWorkspaceAndTheSimulatorHaveNoIDs() {
        #expect(completion("jobtop", "runs", "--workspace", "v").jobs() == [])
        #expect(completion("jobtop", "runs", environment: ["INTUNED_WORKSPACE_ID": "v"]).jobs() == [])
        #expect(completion("jobtop", "runs", "--demo").jobs() == [])
    }

    @Test func runsOfTheTypedJobFollowTheWords() {
        #expect(completion("jobtop", "run", "newer").runs(["latest"]) == ["latest", "r2", "r1"])
        #expect(completion("jobtop", "run", "--json", "-p", "p", "newer").runs([]) == ["r2", "r1"])
        #expect(completion("jobtop", "config", "newer", "latest", "--diff").runs([]) == ["r2", "r1"])
        #expect(completion("jobtop", "run", "unknown").runs(["latest"]) == ["latest"])
        #expect(completion("jobtop", "newer").runs([]) == ["r2", "r1"])
    }

    @Test func wordThatMayBeACommandIsAJobOrARun() {
        #expect(completion("jobtop").jobsOrRuns() == ["newer", "older", "never", "other"])
        #expect(completion("jobtop", "open").jobsOrRuns() == ["newer", "older", "never", "other"])
        #expect(completion("jobtop", "older").jobsOrRuns() == ["r3"])
        #expect(completion("jobtop", "--interval", "5", "older").jobsOrRuns() == ["r3"])
    }

    @Test func activeRunsAndPausedJobsCanBeChosen() {
        #expect(completion("jobtop", "terminate", "newer").runs([]) { $0.mayBeActive } == ["r2"])
        #expect(completion("jobtop", "resume").jobs { $0.isPaused == true } == ["older"])
        #expect(completion("jobtop", "resume", jobs: []).jobs { $0.isPaused == true } == ["other"])
    }

    @Test func shellsThatShowDescriptionsGetThem() {
        #expect(completion("jobtop", "run", "newer", shell: .zsh).runs([]) == ["r2:PENDING 1m ago", "r1:FAILURE 1h 1m ago"])
        #expect(
            completion("jobtop", "runs", shell: .fish).jobs()
                == ["newer\tPENDING 1m ago", "older\tpaused, SUCCESS 2h ago", "never", "other"])
    }

    @Test(arguments: [CompletionShell.bash, .zsh, .fish]) func nothingThatAShellExpandsIsOffered(shell: CompletionShell) {
        let hostile = ["$(touch x)", "`id`", "a b", "a'", "a\nb", "a:b", "a\tb", "-rf", ""]
        let runs = (hostile + ["r"]).map { SeenRun(id: $0, status: "$(id)\n", start: nil) }
        let jobs = hostile.map { SeenJob(id: $0, runs: []) } + [SeenJob(id: "good", runs: runs)]
        #expect(completion("jobtop", "runs", "-p", "p", shell: shell, jobs: jobs).jobs() == ["good"])
        #expect(completion("jobtop", "run", "good", shell: shell, jobs: jobs).runs([]) == ["r"])
    }

    @Test func everyArgumentForAnIDIsCompleted() throws {
        let script = CommandTree.completionScript(for: .bash)
        let calls = Set(script.matches(of: /---completion ([a-z]+) -- (\S+)/).map { "\($0.output.1) \($0.output.2)" })
        let withRun = ["run", "config", "fetch", "watch", "snapshot", "terminate", "open"]
        let all = ["runs", "trigger", "pause", "resume"] + withRun
        let expected = all.map { "\($0) positional@0" } + withRun.map { "\($0) positional@1" } + ["config --diff"]
        #expect(calls == Set(expected))
    }
}
