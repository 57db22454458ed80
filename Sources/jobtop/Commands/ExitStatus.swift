/// How a command ended, for the program that started it: the only table of exit statuses.
///
/// The help, the manual page and the user guide are made from it or compared with it.
enum ExitStatus: Int32, CaseIterable {
    /// The command did what was asked, and what it found is good.
    case good = 0
    /// What it found is not good: the run failed, problems exist, or the platform refused an action.
    case bad = 1
    /// Something on this machine must be changed first: an option, a setting, a file.
    case usage = 2
    /// The key is not accepted, or does not allow this.
    case denied = 3
    /// The project, job, run or file does not exist.
    case notFound = 4
    /// No usable answer arrived within `--patience`.
    case lost = 5
    /// What was waited for did not happen in time.
    case timedOut = 6
    /// A signal ended the command.
    case interrupted = 130

    /// What the status means, as a sentence.
    var meaning: String {
        switch self {
        case .good: "The command succeeded, and what it found is good."
        case .bad: "The run failed, or had failures with `--strict`; or problems exist; or the platform refused an action."
        case .usage: "An option, a setting or a local file is wrong. Standard error says what to do."
        case .denied: "The platform rejected the API key (401) or denied access (403)."
        case .notFound: "The project, job, run or file does not exist."
        case .lost: "The platform or the network failed for longer than `--patience`, or the answer is not usable."
        case .timedOut: "A time limit passed, or the run is stuck."
        case .interrupted: "Ctrl-C ended the command. Another signal N gives 128+N."
        }
    }

    /// All statuses, one per line, for the help of a command.
    static var help: String {
        "Exit status:\n" + allCases.map { "\($0.rawValue): \($0.meaning.filter { $0 != "`" })" }.joined(separator: "\n")
    }
}
