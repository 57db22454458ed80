import ArgumentParser
import Simulator

/// The options that say which platform to ask and how: the same for the dashboard and for every command.
struct PlatformOptions: ParsableArguments {
    @Option(help: "The workspace id (variable: INTUNED_WORKSPACE_ID).")
    var workspace: String?

    @Option(name: .shortAndLong, help: "The project name (variable: INTUNED_PROJECT).")
    var project: String?

    @Option(help: "The URL of the API, up to the workspace (variable: INTUNED_API_BASE_URL).")
    var baseURL: String?

    @Option(help: "The file that holds the API key. Only you should be able to read it.", completion: .file())
    var apiKeyFile: String?

    @Option(help: "The file of certificate authorities to trust (variables: CURL_CA_BUNDLE, SSL_CERT_FILE).", completion: .file())
    var caFile: String?

    @Option(help: "Write one line per request to this file, without secrets. A full file becomes FILE.1.", completion: .file())
    var log: String?

    @Flag(help: "Allow unencrypted http to other machines, for the API key and for results.")
    var insecureHTTP = false

    @Flag(help: "Show the built-in simulator instead of the platform.")
    var demo = false

    @Option(help: "The simulated world: \(World.allCases.map(\.rawValue).joined(separator: ", ")).")
    var world: World?

    @Option(help: "How many times faster than real time the simulated world runs (default: 10).")
    var speed: Double?

    /// The first empty value on the command line, such as from an unset shell variable; nil if there is none.
    var firstEmpty: String? {
        let given = [
            ("--workspace", workspace), ("--project", project), ("--base-url", baseURL), ("--api-key-file", apiKeyFile),
            ("--ca-file", caFile), ("--log", log),
        ]
        return given.first { $0.1?.isEmpty == true }?.0
    }

    /// Checks the values of the options.
    func check() throws(StartError) {
        if let name = firstEmpty { throw .empty(name) }
        guard demo || (world == nil && speed == nil) else { throw .runWithoutDemo }
    }
}

extension World: ExpressibleByArgument {}
