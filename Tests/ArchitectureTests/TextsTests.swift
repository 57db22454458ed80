import Foundation
import Testing

/// Every text that a user can read, in one file for proofreading: docs/TEXTS.md.
///
/// RECORD_DOCUMENTS=1 writes it and fails.
struct TextsTests {
    /// Folders in `Sources` whose literals a user may read, and the headings of their texts in the file.
    private static let places = [
        ("Dashboard/Wording/", "Sentences and words"), ("Dashboard/Keys/", "Keys"), ("Dashboard/Pages/", "Pages"),
        ("Dashboard/Drawing/", "Frame of the screen"), ("jobtop/", "Before the start, and the command line"),
        ("Simulator/Faults/Fault.swift", "Faults of the simulator"),
    ]

    @Test func listOfTextsIsUpToDate() throws {
        let file = SourceFile.root.appending(path: "docs/TEXTS.md")
        let made = try Self.document()
        if ProcessInfo.processInfo.environment["RECORD_DOCUMENTS"] != nil {
            try Data(made.utf8).write(to: file)
            Issue.record("docs/TEXTS.md is written. Proofread the difference, then run without RECORD_DOCUMENTS.")
            return
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        let (old, new) = (Set(kept.split(separator: "\n")), Set(made.split(separator: "\n")))
        #expect(
            kept == made,
            "Not up to date. New: \(new.subtracting(old)); gone: \(old.subtracting(new)). Run with RECORD_DOCUMENTS=1.")
    }

    @Test func sentencesLiveInWording() {
        let strays = SourceFile.all().filter { $0.path.hasPrefix("Dashboard/") && !$0.path.hasPrefix("Dashboard/Wording/") }
            .flatMap { file in
                StringLiterals.all(in: file.text).filter { Self.isSentence($0.text) }.map {
                    "\(file.path):\($0.line): \($0.text)"
                }
            }
        #expect(strays == [])
    }

    @Test func interpolationsAndPatternsAreToldFromText() {
        let source = #"""
            case "pattern", "other": return "Took \(words("of \(1)")), \u{201C}x\u{201D}." // "comment"
            let text = """
                Two \
                lines
                """
            """#
        let literals = StringLiterals.all(in: source)
        #expect(literals.filter(\.isPattern).map(\.text) == ["pattern", "other"])
        #expect(
            literals.filter { !$0.isPattern }.map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) }
                == ["Took …, “x”.", "of …", "Two lines"])
    }

    private static func isSentence(_ text: String) -> Bool {
        text.contains(" ") && (text.hasSuffix(".") || text.hasSuffix("?")) && text.contains(/[a-z]{3}/)
    }

    private static func document() throws -> String {
        let pictures = try pictures()
        var text = """
            # Texts

            Every text in jobtop that a user can read, for proofreading. `…` stands for a value. The names behind a text are the
            pictures in `Tests/DashboardTests/Pictures` that show it; single words have none. `make texts` writes this file.

            """
        for (place, title) in places {
            text += "\n## \(title)\n"
            for file in SourceFile.all() where file.path.hasPrefix(place) {
                let lines = lines(of: file, pictures)
                if !lines.isEmpty { text += "\n### \(file.path)\n\n" + lines.joined(separator: "\n") + "\n" }
            }
        }
        return text
    }

    private static func lines(of file: SourceFile, _ pictures: [(name: String, text: String)]) -> [String] {
        var seen = Set<String>()
        return StringLiterals.all(in: file.text).compactMap { literal in
            let text = literal.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !literal.isPattern, isRead(text), seen.insert(text).inserted else { return nil }
            let shown = pictures.filter { shows($0.text, literal) }.map(\.name)
            let places = shown.isEmpty ? "" : " (\(shown.joined(separator: ", ")))"
            return "- \(text.replacing("<", with: "&lt;"))\(places)"
        }
    }

    /// Whether users read the text: it has words, and is not the name of an option, a variable or a scheme.
    private static func isRead(_ text: String) -> Bool {
        text.contains(/[A-Za-z]{2}/) && text.wholeMatch(of: /--[a-z-]+|[A-Z]+(_[A-Z]+)+|https?:\/\//) == nil
    }

    /// Whether the picture contains every part of the text except its values.
    private static func shows(_ picture: String, _ literal: StringLiterals.Literal) -> Bool {
        let parts = literal.parts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { $0.count > 1 }
        return parts.contains { $0.contains(" ") } && parts.allSatisfy { picture.contains($0) }
    }

    /// The pictures by page, with their sizes and rows joined, without frames.
    private static func pictures() throws -> [(name: String, text: String)] {
        let folder = SourceFile.root.appending(path: "Tests/DashboardTests/Pictures")
        var texts: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".txt") {
            let picture = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let rows = picture.split(separator: "\n\n").first?.split(separator: "\n") ?? []
            let words = rows.flatMap { $0.split { $0.isWhitespace || "|│─┌┐└┘".contains($0) } }
            texts[name.replacing(/-\d+x\d+(-ascii)?\.txt$/, with: ""), default: ""] += " " + words.joined(separator: " ")
        }
        return texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
