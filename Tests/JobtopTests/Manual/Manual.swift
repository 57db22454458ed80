import ArgumentParser
import Dashboard
import FoundationEssentials

@testable import jobtop

/// The manual page jobtop(1), made from the options, the keys, the signs and the settings in the user guide.
struct Manual {
    /// The day of the last change to what is written by hand here.
    static let date = "2026-11-28"
    /// The text of docs/USER_GUIDE.md.
    let guide: String

    var text: String {
        get throws {
            var page = """
                .\\" `make texts` writes this page: change the program, or Tests/JobtopTests/Manual.
                .TH JOBTOP 1 \(Self.date) "jobtop \(Version.number)" "User Commands"

                """
            for (name, body) in try sections() { page += ".SH \(name)\n\(body)" }
            return page
        }
    }

    private func sections() throws -> [(String, String)] {
        [
            ("NAME", "jobtop \\- watch the job runs of an Intuned project in a terminal\n"),
            ("SYNOPSIS", Self.synopsis),
            ("DESCRIPTION", Self.paragraphs(JobtopCommand.configuration.discussion)),
            ("OPTIONS", try Self.options(JobtopCommand.self)),
            ("COMMANDS", try Self.commands()),
            ("OPTIONS OF COMMANDS FOR SCRIPTS", Roff.text(Self.scriptIntroduction) + (try Self.scriptOptions())),
            ("KEYS", Roff.text("The keys of each page are in its bottom line.") + Self.keys()),
            ("SIGNS", Roff.text("In ASCII. With a UTF-8 locale, the signs are those of the user guide.") + Self.signs()),
            ("ENVIRONMENT", Roff.text("An option wins over a variable, a variable over `Intuned.json`.") + variables()),
            ("FILES", Self.files),
            ("EXIT STATUS", Self.statuses),
            ("EXAMPLES", Self.examples),
            ("SEE ALSO", ".BR curl (1),\n.BR tmux (1),\n.BR locale (7)\n"),
        ]
    }

    private static var synopsis: String {
        let forms = JobtopCommand.configuration.usage ?? ""
        return forms.split(separator: "\n").map { form in
            Roff.text("`jobtop`" + form.dropFirst("jobtop".count))
        }.joined(separator: ".br\n")
    }

    private static func paragraphs(_ text: String) -> String {
        text.split(separator: "\n").map { Roff.text(String($0)) }.joined(separator: ".PP\n")
    }

    /// - Parameter isShared: whether only options are wanted that all commands for scripts have, or only others; nil for all.
    private static func options(_ command: any ParsableCommand.Type, isShared: Bool? = nil) throws -> String {
        let ofPlatform = Set(try CommandFacts.of(JobtopCommand.self).map(\.name))
        let shared = Set(try CommandFacts.of(JobsCommand.self).map(\.name))
        return try CommandFacts.of(command).filter { argument in
            guard let isShared else { return true }
            let isOfAll = shared.contains(argument.name)
            return isShared ? isOfAll && (!ofPlatform.contains(argument.name) || argument.name == "--quiet") : !isOfAll
        }.map { argument in
            let names = (argument.names ?? []).sorted { $0.text.count < $1.text.count }.map { Roff.bold($0.text) }
            let value = argument.kind == "flag" ? nil : Roff.value(argument.valueName ?? "value")
            let tag = [names.isEmpty ? nil : names.joined(separator: ", "), value].compactMap { $0 }.joined(separator: " ")
            return Roff.item(tag, argument.abstract ?? "")
        }.joined()
    }

    private static func commands() throws -> String {
        try CommandTable.all.map { name, command in
            let configuration = command.configuration
            let isScript = command is any ScriptCommand.Type
            let options = isScript || name == "simulate" ? try options(command, isShared: isScript ? false : nil) : ""
            let discussion = isScript ? "" : ".PP\n" + paragraphs(configuration.discussion)
            return ".SS \(name)\n" + Roff.text(configuration.abstract) + discussion + options
        }.joined()
    }

    /// The options that all commands for scripts share, besides those of the platform.
    private static func scriptOptions() throws -> String { try options(JobsCommand.self, isShared: true) }

    /// The cells of a Markdown table's rows.
    private static func rows(_ table: some StringProtocol) -> [[String]] {
        table.split(separator: "\n").dropFirst(2).map { row in
            row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingPrefix(" ").reversed().trimmingPrefix(" ").reversed().map(String.init).joined() }
        }
    }

    private static func keys() -> String {
        rows(Wording.keyTable(.standard)).map { Roff.item(Roff.inline($0[0]), "\($0[2]) (\($0[1]))") }.joined()
    }

    private static func signs() -> String {
        rows(Wording.signTable()).map { Roff.item(Roff.inline($0[1]), $0[2]) }.joined()
    }

    /// The variables of the table of settings.
    private func variables() -> String {
        guard let start = guide.firstRange(of: "| option | variable |") else { return "" }
        let table = guide[start.lowerBound...].firstRange(of: "\n\n").map { guide[start.lowerBound..<$0.lowerBound] } ?? ""
        return Self.rows(table).filter { !$0[1].isEmpty }.map { Roff.item(Roff.inline($0[1]), $0[3]) }.joined()
    }
}
