import ArgumentParser
import FoundationEssentials

/// A command's arguments as ArgumentParser describes them, in the format of its --experimental-dump-help.
struct CommandFacts: Decodable {
    var command: Command

    struct Command: Decodable {
        var arguments: [Argument]?
    }

    struct Argument: Decodable {
        var kind: String
        var shouldDisplay: Bool
        var names: [Name]?
        var valueName: String?
        var abstract: String?

        /// The longest of its names, or the name of its value.
        var name: String { names?.map(\.text).max { $0.count < $1.count } ?? valueName ?? "" }
    }

    struct Name: Decodable {
        var kind: String
        var name: String

        /// The name with its dashes.
        var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    static func of(_ command: any ParsableCommand.Type) throws -> [Argument] {
        let facts = try JSONDecoder().decode(CommandFacts.self, from: Data(command._dumpHelp().utf8))
        return (facts.command.arguments ?? []).filter(\.shouldDisplay)
    }
}
