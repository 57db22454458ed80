import ArgumentParser
import FoundationEssentials

/// What a command line that is not complete yet says about the ids that may follow.
struct TypedLine: Equatable {
    /// The workspace that is meant; nil if nothing names one.
    var workspace: String?
    /// The project that is meant; nil if nothing names one.
    var project: String?
    /// The job that is typed; nil if there is none yet.
    var job: String?
    /// Whether the simulator is meant, whose ids are never kept.
    var isDemo = false

    /// What stands for an argument that is still to come; no job has such an id.
    private static let standIn = "?"

    /// Reads the words up to the one that is completed, then the environment and Intuned.json, as the commands do.
    ///
    /// - Parameters:
    ///   - words: all words of the line, as the shell has them.
    ///   - index: the place of the word that is completed.
    ///   - file: called only if something is not named elsewhere.
    init(_ words: [String], index: Int, environment: [String: String], file: () -> IntunedFile?) {
        let typed = Self.command(words.dropFirst().prefix(max(0, index - 1)))
        job = typed?.typedJob.flatMap { $0 == Self.standIn ? nil : $0 }
        isDemo = typed?.typedPlatform.demo ?? false
        workspace = Self.named(typed?.typedPlatform.workspace, environment["INTUNED_WORKSPACE_ID"])
        project = Self.named(typed?.typedPlatform.project, environment["INTUNED_PROJECT"])
        guard workspace == nil || project == nil, let file = file() else { return }
        workspace = Self.named(workspace, file.workspaceId)
        project = Self.named(project, file.projectName)
    }

    /// The command as the parser reads it, with stand-ins for the arguments that are still to come; nil if it cannot be read.
    private static func command(_ words: some Sequence<String>) -> (any JobCommand)? {
        let words = ShellWords.plain(words)
        let named = words.first.flatMap { word in CommandTable.all.first { $0.name == word } }
        let type: any ParsableCommand.Type = named?.type ?? JobtopCommand.self
        let rest = named == nil ? words : Array(words.dropFirst())
        // The value of an option, the job and the run.
        for count in 1...3 {
            let whole = rest + Array(repeating: standIn, count: count)
            if let command = try? type.parseAsRoot(whole) as? any JobCommand { return command }
        }
        return nil
    }

    /// The first name that is given; only the shell knows what a variable in it stands for.
    private static func named(_ names: String?...) -> String? {
        names.lazy.compactMap { $0 }.first { !$0.isEmpty && !$0.contains { $0 == "$" || $0 == "`" } }
    }
}
