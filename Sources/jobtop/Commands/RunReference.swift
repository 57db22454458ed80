import ArgumentParser

/// How a command line names a run.
enum RunReference: Hashable, Sendable, ExpressibleByArgument {
    /// The newest run.
    case latest
    /// The newest run that ended as a success.
    case lastGood
    /// The run that begins next.
    case next
    /// The run whose id is this, or is the only one that begins so.
    case id(String)

    /// The help of an argument for a run.
    static let help = ArgumentHelp("The run: latest, last-good, its id, or the beginning of its id.", valueName: "run")

    static let defaultCompletionKind = CompletionKind.runs("latest", "last-good")

    init?(argument: String) {
        switch argument {
        case "": return nil
        case "latest": self = .latest
        case "last-good": self = .lastGood
        case "next": self = .next
        default: self = .id(argument)
        }
    }
}

extension RunReference {
    /// Refuses a run that has not started, for commands that do not wait for it.
    func checkExists() throws(CommandFailure) {
        if self == .next { throw .usage("next is a run that has not started, and only watch waits for it. Use latest or an id.") }
    }
}

extension OutputSettings {
    /// Refuses `--filter` for a command that prints one record.
    func refuseFilter() throws(CommandFailure) {
        if filter != nil { throw .usage("--filter narrows a list, and this command prints one record.") }
    }
}
