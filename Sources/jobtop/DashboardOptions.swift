import ArgumentParser
import NcursesTerminal
import Simulator

/// The options of the dashboard, without its arguments.
struct DashboardOptions: ParsableArguments {
    @Option(help: "The workspace id (variable: INTUNED_WORKSPACE_ID).")
    var workspace: String?

    @Option(name: .shortAndLong, help: "The project name (variable: INTUNED_PROJECT).")
    var project: String?

    @Option(help: "The URL of the API, up to the workspace (variable: INTUNED_API_BASE_URL).")
    var baseURL: String?

    @Option(help: "The file that holds the API key. Only you should be able to read it.", completion: .file())
    var apiKeyFile: String?

    @Option(parsing: .unconditional, help: "Seconds between two requests for an active run on the screen (default: 3).")
    var interval: Double?

    @Option(help: "The folder for fetched results (default: this folder).", completion: .directory)
    var resultsDir: String?

    @Option(help: "The file of certificate authorities to trust (variables: CURL_CA_BUNDLE, SSL_CERT_FILE).", completion: .file())
    var caFile: String?

    @Option(help: "Write one line per request to this file, without secrets. A full file becomes FILE.1.", completion: .file())
    var log: String?

    @Flag(help: "Allow unencrypted http to other machines, for the API key and for results.")
    var insecureHTTP = false

    @Flag(help: "Do not ring the bell, set the terminal's title or send notifications.")
    var quiet = false

    @Flag(help: "Do not read the results of a failed run when its page is opened.")
    var noPeek = false

    @Flag(help: "Do not mark numbers and signs that have just changed.")
    var still = false

    @Flag(help: "Use the mouse. Without it, the terminal selects text; the key m switches.")
    var mouse = false

    @Option(help: "The colors: auto, dark, light or plain (variable: JOBTOP_THEME). auto asks the terminal for its background.")
    var theme: Theme?

    @Flag(help: "Show the built-in simulator instead of the platform.")
    var demo = false

    @Option(help: "The simulated world: \(World.allCases.map(\.rawValue).joined(separator: ", ")).")
    var world: World?

    @Option(help: "How many times faster than real time the simulated world runs (default: 10).")
    var speed: Double?

    @Flag(help: "Draw with plain ASCII only.")
    var ascii = false
}

extension World: ExpressibleByArgument {}

extension Theme: ExpressibleByArgument {}
