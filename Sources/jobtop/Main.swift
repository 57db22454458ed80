import ArgumentParser
import CMalloc
import Glibc

/// The program: the dashboard, and the commands beside it.
@main
enum Main {
    static func main() {
        // Without this, each thread gets a heap, and over weeks every heap grows to its highest use.
        mallopt(M_ARENA_MAX, 1)
        dispatch(Array(CommandLine.arguments.dropFirst()))
    }

    private static func dispatch(_ arguments: [String]) {
        let rest = Array(arguments.dropFirst())
        switch arguments.first {
        case "help": dispatch(rest + ["--help"])
        case CommandTree.completion: complete(arguments)
        case let first? where first.hasPrefix(CommandTree.option): printScript(arguments)
        case let first?:
            guard let command = CommandTable.all.first(where: { $0.name == first }) else {
                return run(JobtopCommand.self, arguments)
            }
            run(command.type, rest)
        case nil: run(JobtopCommand.self, arguments)
        }
    }

    /// Prints a completion script.
    private static func printScript(_ arguments: [String]) {
        do {
            _ = try CommandTree.parseAsRoot(arguments)
        } catch {
            let message = CommandTree.fullMessage(for: error)
            guard CommandTree.exitCode(for: error).isSuccess else {
                complain(message)
                exit(2)
            }
            print(CompletionScript.offeringJobs(message))
        }
    }

    /// Prints what a shell may offer for a word; silent about anything else, since the user is typing.
    private static func complete(_ arguments: [String]) {
        do {
            _ = try CommandTree.parseAsRoot(arguments)
        } catch {
            if CommandTree.exitCode(for: error).isSuccess { CommandTree.exit(withError: error) }
            exit(2)
        }
    }

    /// Parses and runs a command; bad arguments exit with status 2, like every other error before the start.
    private static func run<Command: ParsableCommand>(_ type: Command.Type, _ arguments: [String]) {
        do {
            var command = try type.parseAsRoot(arguments)
            try command.run()
        } catch let error as StartError {
            complain("jobtop: \(error.sentence)")
            exit(2)
        } catch let status as ExitCode {
            exit(status.rawValue)
        } catch {
            guard type.exitCode(for: error).isSuccess else {
                if type == ProblemsCommand.self, arguments.contains("--nagios") {
                    exit(NagiosReport(usage: firstLine(type.fullMessage(for: error))).print())
                }
                report(type.fullMessage(for: error), type, arguments)
                exit(2)
            }
            type.exit(withError: error)
        }
    }

    /// Says what is wrong with the command line; a program that wants JSON gets its first line as JSON.
    private static func report(_ message: String, _ type: any ParsableCommand.Type, _ arguments: [String]) {
        guard type is any ScriptCommand.Type, arguments.contains("--json") || arguments.contains("--jsonl") else {
            return complain(message)
        }
        ErrorReport.write(.usage(firstLine(message)), asJSON: true)
    }

    private static func firstLine(_ message: String) -> String {
        String((message.split(separator: "\n").first ?? "").trimmingPrefix("Error: "))
    }
}
