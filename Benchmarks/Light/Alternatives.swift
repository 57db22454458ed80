import FoundationEssentials

/// The programs that are measured, with the platform that they show.
struct Alternatives {
    /// The built jobtop.
    let jobtop: String
    /// The Python with the official SDK and rich.
    let python: String
    /// The script that shows a list of runs with them.
    let script: String
    /// This program.
    let own: String

    /// The environment of every measured program: the machine's own settings change nothing.
    func environment(_ platform: Platform) -> [String: String] {
        var environment = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": platform.home]
        environment["PATH"] = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return environment.merging(platform.variables) { _, own in own }
    }

    func jobtop(_ arguments: [String], on platform: Platform) throws -> Program {
        try Program([jobtop] + arguments, environment: environment(platform))
    }

    /// The newest 20 runs of a job by the official client, asked for every second and drawn by rich.
    func sdk(_ arguments: [String], on platform: Platform) throws -> Program {
        try Program([python, script] + arguments, environment: environment(platform))
    }

    /// The same by watch, curl and jq.
    func watch(_ job: String, on platform: Platform) throws -> Program {
        let pick = #".jobRuns[] | [.id, .status, .created_at, .payloads, .successful_runs, .failed_runs] | @tsv"#
        let command = "\(curl(platform, "jobs/\(job)/runs?pageSize=20&pageNumber=0&sortBy=created_at,desc")) | jq -r '\(pick)'"
        return try Program(["watch", "-t", "-n", "1", command], environment: environment(platform))
    }

    /// The list of jobs by curl alone.
    func curl(on platform: Platform) throws -> Program {
        try Program(["sh", "-c", curl(platform, "jobs")], environment: environment(platform))
    }

    func htop(on platform: Platform) throws -> Program { try Program(["htop"], environment: environment(platform)) }

    /// The floor: see ``Echo``.
    func echo(on platform: Platform) throws -> Program { try Program([own, "echo"], environment: environment(platform)) }

    private func curl(_ platform: Platform, _ path: String) -> String {
        let names = ["INTUNED_API_BASE_URL", "INTUNED_WORKSPACE_ID", "INTUNED_PROJECT"].map { platform.variables[$0] ?? "" }
        let key = platform.variables["INTUNED_API_KEY"] ?? ""
        return "curl -s -H 'x-api-key: \(key)' '\(names[0])/\(names[1])/projects/\(names[2])/\(path)'"
    }
}
