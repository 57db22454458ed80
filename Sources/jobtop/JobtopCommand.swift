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
            jobtop open JOB [RUN] [options]
            jobtop doctor [options]
            jobtop simulate [--port N] [--world NAME] [--speed X]
            """,
        discussion: """
            Set the API key in INTUNED_API_KEY, or give a file with --api-key-file; an argument would show it to other users. \
            jobtop reads the workspace and the project from the options, then from INTUNED_WORKSPACE_ID and INTUNED_PROJECT, then \
            from "workspaceId" and "projectName" in the nearest Intuned.json or Intuned.jsonc, in this folder or above. In the \
            dashboard, ? shows all keys.
            """,
        version: Version.text)

    @Argument(help: ArgumentHelp("Opens the runs of this job.", valueName: "job"))
    var jobID: String?

    @Argument(help: ArgumentHelp("Opens this run of the job.", valueName: "run"))
    var runID: String?

    @Option(help: "The workspace id (variable: INTUNED_WORKSPACE_ID).")
    var workspace: String?

    @Option(name: .shortAndLong, help: "The project name (variable: INTUNED_PROJECT).")
    var project: String?

    @Option(help: "The URL of the API, up to the workspace (variable: INTUNED_API_BASE_URL).")
    var baseURL: String?

    @Option(help: "The file that holds the API key. Only you should be able to read it.")
    var apiKeyFile: String?

    @Option(parsing: .unconditional, help: "Seconds between two requests for an active run on the screen (default: 3).")
    var interval: Double?

    @Option(help: "The folder for fetched results (default: this folder).")
    var resultsDir: String?

    @Option(help: "The file of certificate authorities to trust (variables: CURL_CA_BUNDLE, SSL_CERT_FILE).")
    var caFile: String?

    @Option(help: "Write one line per request to this file, without secrets. A full file becomes FILE.1.")
    var log: String?

    @Flag(help: "Allow unencrypted http to other machines, for the API key and for results.")
    var insecureHTTP = false

    @Flag(help: "Do not ring the bell, set the terminal's title or send notifications.")
    var quiet = false

    @Flag(help: "Use the mouse. Without it, the terminal selects text; the key m switches.")
    var mouse = false

    @Flag(help: "Show the built-in simulator instead of the platform.")
    var demo = false

    @Option(help: "The simulated world: \(World.allCases.map(\.rawValue).joined(separator: ", ")).")
    var world: World?

    @Option(help: "How many times faster than real time the simulated world runs (default: 10).")
    var speed: Double?

    @Flag(help: "Draw with plain ASCII only.")
    var ascii = false

    /// The first empty value on the command line, such as from an unset shell variable; nil if there is none.
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
