import ArgumentParser
import Testing

@testable import jobtop

struct RunReferenceTests {
    @Test(arguments: [
        ("latest", RunReference.latest), ("last-good", .lastGood), ("next", .next), ("7f3a", .id("7f3a")),
        ("Latest", .id("Latest")),
    ]) func wordsAndIdsAreRead(text: String, reference: RunReference) {
        #expect(RunReference(argument: text) == reference)
    }

    @Test func emptyReferenceIsRefused() {
        #expect(RunReference(argument: "") == nil)
        #expect(throws: (any Error).self) { try RunCommand.parse(["job", ""]) }
    }
}
