import Dashboard
import Intuned
import NcursesTerminal
import Runtime
import Simulator

/// What keeps the program from starting.
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
    case speed(Double)
    case runWithoutDemo
    case noTerminal(stream: String)
    case terminal(NcursesTerminalError)
    case simulator(SimulatorError)
    case transport(HTTPTransportError)
    case log(RequestLogError)
    case noDescriptors

    /// What is wrong and what to do, in one sentence.
    var sentence: String {
        switch self {
        case .missingKey:
            "no API key: set INTUNED_API_KEY or name a file with --api-key-file (keys are made at https://app.intuned.io/api-keys; try --demo without one)."
        case .keyFile(let path, let reason): "the API key file \(path) cannot be read: \(reason)."
        case .keyIsNotOne(let source): "\(source) holds no API key: a key is one line of printable characters."
        case .missing(let name, let option, let variable, let fileKey):
            "no \(name): set \(variable), give \(option)\(fileKey.map { ", or put \"\($0)\" into Intuned.json" } ?? "")."
        case .intunedFile(let path, let reason): "\(path) is not a settings file: \(reason)."
        case .baseURL(let url, let reason): "the base URL \(url) (INTUNED_API_BASE_URL or --base-url) is not usable: \(reason)."
        case .plainHTTP(let host):
            "the base URL would send the API key unencrypted to \(host): use https, or give --insecure-http if that is what you want."
        case .empty(let name): "\(name) is empty: give it a value, or leave it out."
        case .interval(let seconds): "--interval takes 1 to 3600 seconds, not \(seconds)."
        case .speed(let speed): "--speed takes 0.1 to 1000, not \(speed)."
        case .runWithoutDemo: "--world and --speed go with --demo."
        case .noTerminal(let stream): "\(stream) is not a terminal: jobtop is a full-screen program, run it in one."
        case .terminal(let error): Self.sentence(error)
        case .simulator(let error): Self.sentence(error)
        case .transport(let error): Wording.sentence(error, host: "this machine")
        case .log(.notWritable(let failure)): "the log \(Wording.sentence(failure))"
        case .noDescriptors: "the system has no file descriptors left."
        }
    }
    private static func sentence(_ error: NcursesTerminalError) -> String {
        switch error {
        case .termNotSet: "TERM is not set: set it to what your terminal is, xterm-256color for most."
        case .unknownTerminal(let name):
            "TERM names \(name), and the terminfo database has neither that nor xterm: install Debian's ncurses-base, or set TERMINFO."
        case .noTerminfo: "there is no terminfo database: install Debian's ncurses-base, or set TERMINFO."
        case .cannotAddressCursor(let name):
            "a terminal of the kind \(name) (TERM) can only print line after line: jobtop needs one with a screen."
        case .sizeNotUsable(let columns, let rows):
            "the terminal says that it has \(columns) columns and \(rows) rows, too many to draw on: resize it, or try stty cols 80 rows 24."
        case .notOpen: "the terminal is not open."
        }
    }

    private static func sentence(_ error: SimulatorError) -> String {
        switch error {
        case .portNotAvailable(let port):
            "port \(port) is taken or not allowed: choose another with --port, or none for any free one."
        case .speedOutOfRange(let speed): StartError.speed(speed).sentence
        case .notStarted(let reason): "the simulator cannot start: \(reason)."
        }
    }
}
