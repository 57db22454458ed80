import Testing

/// The import rules of the targets, and the banned text.
struct WallTests {
    private let files = SourceFile.all()
    private let others = House.furtherWalls.keys.sorted().flatMap { SourceFile.all(under: $0) }

    @Test func everyTargetHasItsWalls() {
        #expect(Set(files.map(\.target)) == Set(House.walls.keys))
        for (folder, walls) in House.furtherWalls {
            #expect(Set(SourceFile.all(under: folder).map(\.target)) == Set(walls.keys))
        }
    }

    @Test func aTargetImportsOnlyWhatItMay() {
        #expect(trespasses(of: files, House.walls) == [])
        for (folder, walls) in House.furtherWalls { #expect(trespasses(of: SourceFile.all(under: folder), walls) == []) }
    }

    private func trespasses(of files: [SourceFile], _ walls: [String: Set<String>]) -> [String] {
        files.flatMap { file in
            let allowed = (walls[file.target] ?? []).union(House.pure[file.target] ?? House.toolchain)
            return file.imports.filter { !allowed.contains($0) }.map { "\(file.path) imports \($0)" }
        }
    }

    @Test func aModuleThatBindsALibraryHasItsOwners() {
        let owners = files.flatMap { file in file.imports.map { (module: $0, target: file.target) } }
            .filter { House.owners[$0.module] != nil || $0.module.hasPrefix("NIO") }
            .reduce(into: [String: Set<String>]()) { $0[$1.module, default: []].insert($1.target) }
        #expect(owners == House.owners)
    }

    @Test(arguments: House.banned) func nowhereIsWritten(_ words: String) {
        let places = (files + others).filter { $0.code.joined(separator: "\n").contains(words) }.map(\.path)
        #expect(places == [])
    }

    @Test func noFileIsTooLong() {
        let all = files + SourceFile.all(under: "Tests") + SourceFile.all(under: "Benchmarks")
        #expect(all.filter { $0.code.count > House.longestFile }.map(\.path) == [])
    }

    @Test func namesOfTestsAreShort() {
        let names = SourceFile.all(under: "Tests").flatMap { file in
            file.code.compactMap { line in line.firstMatch(of: /func ([A-Za-z0-9]+)\(/).map { String($0.output.1) } }
        }
        #expect(names.filter { $0.count >= House.longestTestName } == [])
        #expect(names.count > 1000)
    }

    @Test func commandsDoNotUseTheStateOfTheDashboard() {
        let commands = files.filter { $0.path.hasPrefix(House.commands) }
        #expect(commands.count > 10)
        let named = commands.filter { $0.code.contains { $0.contains(/\bState\b/) } }.map(\.path)
        #expect(Set(named.map { String($0.dropFirst(House.commands.count)) }).subtracting(House.commandsWithState) == [])
    }

    @Test(arguments: House.largeCommands) func largeCommandDoesNotUseTheStateOfTheDashboard(folder: String) {
        let files = files.filter { $0.path.hasPrefix(folder) }
        #expect(files.count > 5)
        #expect(files.filter { $0.code.contains { $0.contains(/\bState\b/) } }.map(\.path) == [])
    }

    @Test func onlyTheLibraryIsPublic() {
        let open = (files + others).filter { !House.publicTargets.contains($0.target) }.flatMap { file in
            file.code.filter { $0.contains(/\bpublic\b|\bopen (?:override )?(?:class|func|var|subscript)\b/) }
                .map { "\(file.path): \($0)" }
        }
        #expect(open == [])
    }
}

/// The checks find violations.
struct SourceFileTests {
    private func file(_ text: String) -> SourceFile { SourceFile(target: "T", path: "T/T.swift", text: text) }

    @Test func importsAreFoundWhateverStandsBeforeThem() {
        let text = """
            package import Dashboard
            @preconcurrency public import struct Foundation.Date
            import Glibc // import Nothing
            // import Comment
            let text = "import Quoted"
            """
        #expect(file(text).imports == ["Dashboard", "Foundation", "Glibc"])
    }

    @Test func commentsAndQuotesAreNoCode() {
        #expect(file("a // b\nc(\"d // e\") + f // \"g\"").code == ["a ", "c(\"\") + f "])
    }
}
