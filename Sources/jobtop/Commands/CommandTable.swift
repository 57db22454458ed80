import ArgumentParser

/// All commands beside the dashboard, each once: dispatch, help, completions and the manual page read this table.
enum CommandTable {
    /// The commands for scripts, in the order of the documents.
    static let script: [any ScriptCommand.Type] = [
        JobsCommand.self, RunsCommand.self, RunCommand.self, ConfigCommand.self, ProblemsCommand.self,
        FetchCommand.self, ItemsCommand.self, WatchCommand.self, MetricsCommand.self, SnapshotCommand.self, HandoverCommand.self,
        TriggerCommand.self, TerminateCommand.self, PauseCommand.self, ResumeCommand.self,
    ]

    /// The commands by the word that is typed.
    static let all: [(name: String, type: any ParsableCommand.Type)] =
        script.map { (name(of: $0), $0) } + [
            ("open", OpenCommand.self), ("doctor", DoctorCommand.self), ("simulate", SimulateCommand.self),
        ]

    /// The word for a command: its full name without `jobtop`.
    static func name(of command: any ParsableCommand.Type) -> String {
        String(command._commandName.trimmingPrefix("jobtop "))
    }

    /// The usage of each command for scripts, one per line.
    static var usage: String { script.compactMap { $0.configuration.usage }.joined(separator: "\n") }
}
