import Foundation

/// A source file of the project.
struct SourceFile {
    /// The target's folder.
    let target: String
    /// The path within `Sources` or `Tests`.
    let path: String
    let text: String

    /// The root folder of the project.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func all(under root: String = "Sources") -> [SourceFile] {
        let folder = Self.root.appending(path: root)
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            guard let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8) else { return nil }
            return SourceFile(target: String(path.prefix { $0 != "/" }), path: path, text: text)
        }
    }

    /// The lines without comments and quoted text.
    var code: [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
            let bare = pieces.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: "\"\"")
            return bare.firstRange(of: "//").map { String(bare[..<$0.lowerBound]) } ?? bare
        }
    }

    /// The imported modules, with any modifier before `import`.
    var imports: [String] {
        code.compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy(Self.isImportModifier) else {
                return nil
            }
            return words[(place + 1)...].last.map { String($0.prefix { $0 != "." }) }
        }
    }

    private static func isImportModifier(_ word: Substring) -> Bool {
        word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
    }
}
