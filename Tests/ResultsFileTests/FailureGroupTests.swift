import FoundationEssentials
import Testing

@testable import ResultsFile

@Suite struct FailureGroupTests {
    private let folder = Folder()

    @Test(arguments: [
        ("Timeout 30000ms exceeded", "Timeout <number>ms exceeded"),
        ("selector '#p-12' not found", "selector <text> not found"),
        ("element #p-12 at 3.5%", "element #p-<number> at <number>%"),
        ("can't open \"a b\"  or `c`", "can't open <text> or <text>"),
        ("GET https://shop.example/p/1?q=2 gave 404", "GET <url> gave <number>"),
        ("see (http://x.example/a) now", "see (<url>) now"),
        ("run 5f2c81d0-0000-4000-8000-00000000000a failed", "run <id> failed"),
        ("commit deadbeef01 missing", "commit <id> missing"),
        ("run ssFwmzw_9iwIYS1cBbiP8 failed", "run <id> failed"),
        ("at /home/app/api/prices.ts:12:3", "at <path>:<number>:<number>"),
        ("client/server protocol", "client/server protocol"),
        ("InternationalizationError in applicationController", "InternationalizationError in applicationController"),
        ("größe 12 ungültig", "größe <number> ungültig"),
        ("", ""),
    ])
    func whatDiffersFromItemToItemIsReplaced(message: String, signature: String) {
        var tokens = MessageTokens(Array(message.utf8))
        #expect(tokens.normalized() == signature)
    }

    @Test func failuresOfOneCauseAreOneGroupWithItsTimesAndRows() async throws {
        let text = [
            Lines.failed(message: "Timeout 1ms", started: "2026-03-02T10:00:00Z"), Lines.ok(),
            Lines.failed(message: "Timeout 2ms", started: "2026-03-01T10:00:00+02:00"),
            Lines.failed(code: "unexpected", message: "boom", started: "2026-03-03T10:00:00.5Z"),
        ]
        let (file, snapshot) = try await folder.index(text.joined(separator: "\n"))
        let second = Date(timeIntervalSince1970: 1_772_445_600)
        #expect(
            snapshot.groups == [
                FailureGroup(
                    id: 0, signature: FailureSignature(text: "script-timeout Timeout <number>ms"), code: "script-timeout",
                    example: "Timeout 1ms", exampleRow: 0, count: 2,
                    firstStarted: second.addingTimeInterval(-86_400 - 7_200), lastStarted: second),
                FailureGroup(
                    id: 1, signature: FailureSignature(text: "unexpected boom"), code: "unexpected", example: "boom",
                    exampleRow: 3, count: 1, firstStarted: second.addingTimeInterval(86_400.5),
                    lastStarted: second.addingTimeInterval(86_400.5)),
            ])
        let view = file.view(ResultsFilter(group: 0))
        _ = await view.searched()
        #expect(try view.rowNumbers(in: 0..<9) == [0, 2])
    }

    @Test func groupsThatAnotherFileDidNotHaveAreNew() async throws {
        let (_, old) = try await folder.index(Lines.failed(message: "Timeout 1ms"))
        let (_, new) = try await folder.index("\(Lines.failed(message: "Timeout 7ms"))\n\(Lines.failed(message: "boom"))")
        #expect(new.signatures.subtracting(old.signatures) == [FailureSignature(text: "script-timeout boom")])
    }

    @Test func groupsBeyondTheLimitAreOne() {
        var groups = FailureGroups()
        for number in 0..<(FailureGroups.limit + 5) {
            let word = String(number).map { String(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.wholeNumberValue ?? 0))) }.joined()
            _ = groups.add(code: nil, message: word, row: number, started: nil)
        }
        #expect(groups.groups.count == FailureGroups.limit + 1)
        #expect(groups.groups.last?.signature == FailureGroups.restSignature)
        #expect(groups.groups.last?.count == 5)
        #expect(groups.add(code: nil, message: "b", row: 0, started: nil) == 1)
    }

    @Test func anErrorWithoutWordsHasASignature() {
        #expect(FailureSignature(code: nil, message: nil).text == "<no message>")
        #expect(FailureSignature(code: "x", message: "").text == "x")
    }
}
