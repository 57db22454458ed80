import Foundation
import Testing

/// docs/TROUBLESHOOTING.md explains what jobtop says, all of it and nothing else.
struct TroubleshootingTests {
    /// The files whose sentences are errors.
    private static let files = [
        "jobtop/StartError.swift", "Dashboard/Wording/TransportWording.swift", "Dashboard/Wording/TroubleWording.swift",
        "Dashboard/Wording/StoreWording.swift", "Dashboard/Wording/FileWording.swift",
    ]

    /// Sentences of these files that are not errors.
    private static let others = [
        "Saved … (…)…."
    ]

    private static func document() throws -> String {
        try String(contentsOf: SourceFile.root.appending(path: "docs/TROUBLESHOOTING.md"), encoding: .utf8)
    }

    /// The first cells of its tables that are messages.
    private static func messages() throws -> [String] {
        try document().matches(of: /\n\| `([^`]+)` \|/).map { String($0.1) }.filter { $0.hasSuffix(".") || $0.hasSuffix("?") }
    }

    private static func literals(of paths: [String]?) -> [StringLiterals.Literal] {
        SourceFile.all().filter { file in
            paths?.contains(file.path) ?? (file.path.hasPrefix("Dashboard/") || file.path.hasPrefix("jobtop/"))
        }
        .flatMap { StringLiterals.all(in: $0.text) }.filter { !$0.isPattern }
    }

    /// Whether a message is what the literal makes of some values.
    private static func isMade(_ message: String, by literal: StringLiterals.Literal) throws -> Bool {
        let pattern = literal.text.split(separator: "…", omittingEmptySubsequences: false)
            .map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: ".*")
        return message.range(of: "^\(pattern)$", options: .regularExpression) != nil
    }

    private static func isSentence(_ literal: StringLiterals.Literal) -> Bool {
        let fixed = literal.parts.joined()
        return (literal.text.hasSuffix(".") || literal.text.hasSuffix("?")) && fixed.count > 8 && fixed.contains(" ")
            // A sentence that only follows another one.
            && !literal.text.hasPrefix(" ")
            && !others.contains(literal.text)
    }

    @Test func everyErrorIsExplained() throws {
        let messages = try Self.messages()
        let missing = try Self.literals(of: Self.files).filter(Self.isSentence).filter { literal in
            try !messages.contains { try Self.isMade($0, by: literal) }
        }
        #expect(missing.map(\.text) == [])
    }

    @Test func everyExplainedMessageExists() throws {
        let literals = Self.literals(of: nil).filter { $0.parts.joined().count > 8 }
        let strays = try Self.messages().filter { message in
            try !literals.contains { try Self.isMade(message, by: $0) }
        }
        #expect(strays == [])
    }

    @Test func reasonsOfTLSAreExplained() throws {
        let text = try Self.document()
        let reasons = Self.literals(of: ["Dashboard/Wording/TransportWording.swift"]).map(\.text)
            .filter { $0.contains("certificate") && !$0.hasSuffix(".") }
        #expect(reasons.count > 3)
        #expect(reasons.filter { !text.contains("| \($0) |") } == [])
    }
}
