import ArgumentParser
import Simulator

/// The dashboard's command line.
struct JobtopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop",
        abstract: "A terminal dashboard for the job runs of an Intuned project.",
        usage: """
            jobtop [JOB [RUN]] [--project NAME] [--workspace ID] [options]
            jobtop --demo [--world NAME] [--speed X]
            jobtop simulate [--port N] [--world NAME] [--speed X]
            """,
        discussion: """
            The API key comes from INTUNED_API_KEY or from --api-key-file, never from an argument. Workspace and project come from \
            the options, then from INTUNED_WORKSPACE_ID and INTUNED_PROJECT, then from "workspaceId" and "projectName" in \
            Intuned.json or Intuned.jsonc in this folder or above it. Press ? in the dashboard for its keys.
            """,
        version: Version.text)

    @Argument(help: ArgumentHelp("The id of a job to open.", valueName: "job"))
    var jobID: String?

    @Argument(help: ArgumentHelp("The id of a run of that job to open.", valueName: "run"))
    var runID: String?

    @Option(help: "The workspace's id; else INTUNED_WORKSPACE_ID.")
    var workspace: String?

    @Option(name: .shortAndLong, help: "The project's name; else INTUNED_PROJECT.")
    var project: String?

    @Option(help: "The API's address up to the workspace; else INTUNED_API_BASE_URL.")
    var baseURL: String?

    @Option(help: "A file that holds the API key, readable by you alone.")
    var apiKeyFile: String?

    @Option(parsing: .unconditional, help: "Seconds between two requests for an active run on the screen; 3 if not given.")
    var interval: Double?

    @Option(help: "The folder that fetched results go to; this one if not given.")
    var resultsDir: String?

    @Option(help: "A file with further certificates to trust; else CURL_CA_BUNDLE or SSL_CERT_FILE.")
    var caFile: String?

    @Option(help: "A file that gets one line a request, without secrets; a full one becomes FILE.1.")
    var log: String?

    @Flag(help: "Send the key, and ask for results, over plain http to a host that is not this machine.")
    var insecureHTTP = false

    @Flag(help: "Show the built-in simulator instead of the platform.")
    var demo = false

    @Option(help: "The simulated world: \(World.allCases.map(\.rawValue).joined(separator: ", ")).")
    var world: World?

    @Option(help: "How many times faster than life the simulated world goes.")
    var speed: Double?

    @Flag(help: "Draw with plain ASCII only.")
    var ascii = false

    /// The first of what was given without a value, as by a variable of a shell that is not set; nil when there is none.
    var firstEmpty: String? {
        let given = [
            ("JOB", jobID), ("RUN", runID), ("--workspace", workspace), ("--project", project), ("--base-url", baseURL),
            ("--api-key-file", apiKeyFile), ("--results-dir", resultsDir), ("--ca-file", caFile), ("--log", log),
        ]
        return given.first { $0.1?.isEmpty == true }?.0
    }

    mutating func run() throws {
        try DashboardSession.run(self)
    }
}

extension World: ExpressibleByArgument {}
