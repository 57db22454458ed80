import Dashboard
import Intuned
import NcursesTerminal
import Runtime
import Simulator

/// An error that keeps the program from starting.
enum StartError: Error, Equatable {
    case missingKey
    case keyFile(path: String, reason: String)
    case keyIsNotOne(source: String)
    case missing(name: String, option: String, variable: String, fileKey: String?)
    case intunedFile(path: String, reason: String)
    case baseURL(String, reason: String)
    case plainHTTP(String)
    case empty(String)
    case interval(Double)
    case theme(String)
    case speed(Double)
    case runWithoutDemo
    case noTerminal(stream: String)
    case terminal(NcursesTerminalError)
    case simulator(SimulatorError)
    case transport(HTTPTransportError)
    case log(RequestLogError)
    case noDescriptors

    /// What is wrong and what to do about it.
    var sentence: String {
        switch self {
        case .missingKey:
            """
            no API key. Set INTUNED_API_KEY or use --api-key-file FILE. Create a key at https://app.intuned.io/api-keys. To try \
            jobtop without a key, run jobtop --demo.
            """
        case .keyFile(let path, let reason): "cannot read the API key from \(path): \(reason)."
        case .keyIsNotOne(let source): "\(source) does not hold an API key. A key is one line of printable characters."
        case .missing(let name, let option, let variable, let fileKey):
            "no \(name). Set \(variable) or use \(option)\(fileKey.map { ", or add \"\($0)\" to Intuned.json" } ?? "")."
        case .intunedFile(let path, let reason): "cannot use the settings file \(path): \(reason)."
        case .baseURL(let url, let reason):
            "cannot use the base URL \(url): \(reason). Check --base-url and INTUNED_API_BASE_URL."
        case .plainHTTP(let host):
            "the base URL would send the API key to \(host) without encryption. Use https, or add --insecure-http to allow it."
        case .empty(let name): "\(name) is empty. Give it a value or leave it out."
        case .interval(let seconds): "--interval must be 1 to 3600 seconds, not \(seconds)."
        case .theme(let name): "JOBTOP_THEME must be auto, dark, light or plain, not \(name)."
        case .speed(let speed): "--speed must be 0.1 to 1000, not \(speed)."
        case .runWithoutDemo: "--world and --speed need --demo."
        case .noTerminal(let stream):
            "\(stream) is not a terminal. jobtop is a full-screen program: run it in a terminal, without a pipe."
        case .terminal(let error): Self.sentence(error)
        case .simulator(let error): Self.sentence(error)
        case .transport(let error): Wording.sentence(error, host: "this machine")
        case .log(.notWritable(let failure)): "the log \(Wording.sentence(failure))"
        case .noDescriptors: "no file descriptors left. Close other programs, or raise the limit with ulimit -n."
        }
    }
    private static func sentence(_ error: NcursesTerminalError) -> String {
        switch error {
        case .termNotSet: "TERM is not set. Set it to the type of your terminal, for example TERM=xterm-256color."
        case .unknownTerminal(let name):
            "no terminfo entry for TERM=\(name), nor for xterm. Install the package ncurses-base, or set TERMINFO."
        case .noTerminfo: "no terminfo database. Install the package ncurses-base, or set TERMINFO."
        case .cannotAddressCursor(let name):
            "TERM=\(name) cannot move the cursor, so jobtop cannot draw. Set TERM to the type of your terminal."
        case .sizeNotUsable(let columns, let rows):
            "the terminal reports a size of \(columns)x\(rows), which is too large to draw. Resize it, or run stty cols 80 rows 24."
        case .notOpen: "the terminal is not open."
        }
    }

    private static func sentence(_ error: SimulatorError) -> String {
        switch error {
        case .portNotAvailable(let port):
            "port \(port) is in use or not allowed. Choose another with --port, or leave out --port for a free one."
        case .speedOutOfRange(let speed): StartError.speed(speed).sentence
        case .notStarted(let reason): "cannot start the simulator: \(reason)."
        }
    }
}
