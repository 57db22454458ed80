import Dashboard
import Testing
import TextScreen

@testable import ResultsFile

/// One item of a results file: its tree, its full values, its hidden secrets.
@Suite struct ItemPageTests {
    private func text(_ sitting: Sitting) -> String { draw(sitting.state).text }

    private func sittingBeforeTheFirstFailure(of file: SampleFile) -> Sitting {
        var sitting = Sitting.reading(file)
        sitting.press(.character("n"))
        sitting.answer(from: file)
        sitting.press(.enter)
        sitting.answer(from: file)
        return sitting
    }

    @Test func anItemIsATreeThatFoldsAndIsSearchedAndCopied() {
        var sitting = Sitting.reading()
        sitting.press(.character("n"))
        sitting.answer(from: .shop)
        sitting.press(.enter)
        sitting.answer(from: .shop)
        #expect(text(sitting).contains("$.apiInfo.error.message "), "it begins at the error")
        #expect(text(sitting).contains("[1] 2.50"), "a number stays as it was written")
        _ = sitting.taken()
        sitting.press(.character("/"))
        sitting.type("three")
        sitting.press(.enter, .character("Y"), .character("y"))
        #expect(sitting.taken() == [.terminal(.copy("$.apiInfo.error.details.pages[2]")), .terminal(.copy("three"))])
        sitting.press(.left, .left)
        #expect(!text(sitting).contains("[1] 2.50"))
        sitting.press(.character("n"))
        #expect(text(sitting).contains("[1] 2.50"), "a match in a folded branch opens it")
        sitting.press(.escape, .escape)
        #expect(sitting.state.page.kind == .items)
        guard case .items(let page) = sitting.state.page else { return #expect(Bool(false), "back to the list") }
        #expect(page.cursor.row == 5)
    }

    @Test func aMessageOfSeveralLinesIsOneInTheListAndSeveralBelowTheTree() {
        var file = SampleFile.shop
        file.rows[5].errorMessage = "Timed out.\nCall log:\n  - waiting"
        file.trees[5] = #"{"apiInfo":{"name":"prices","error":{"message":"Timed out.\nCall log:\n  - waiting"}}}"#
        var sitting = Sitting.reading(file, columns: 160)
        #expect(text(sitting).contains("Timed out. Call log: - waiting"))
        sitting.press(.character("n"))
        sitting.answer(from: file)
        sitting.press(.enter)
        sitting.answer(from: file)
        #expect(text(sitting).contains("\n  Call log: "))
    }

    @Test func aBrokenRowSaysWhatIsWrongWithIt() {
        var sitting = Sitting.reading()
        #expect(text(sitting).contains("not JSON: {\"apiInfo\""))
        for _ in 0..<17 { sitting.press(.down) }
        sitting.press(.enter)
        sitting.answer(from: .shop)
        #expect(text(sitting).contains("This row cannot be read: not JSON. It starts with: {\"apiInfo\":{\"na"))
    }

    @Test func aSignedAddressIsShownWithoutWhatOpensItAndCopiedWhole() {
        let address = "https://store.example/5.zip?X-Amz-Signature=deadbeef"
        var file = SampleFile.shop
        file.trees[5] = """
            {"apiInfo":{"name":"prices","error":{"message":"see \(address)"},"trace_url":"\(address)"}}
            """
        file.rows[5].errorMessage = "see \(address)"
        var sitting = Sitting.reading(file)
        #expect(!text(sitting).contains("deadbeef"))
        sitting.press(.character("n"))
        sitting.answer(from: file)
        sitting.press(.enter)
        sitting.answer(from: file)
        sitting.press(.character("G"))
        #expect(text(sitting).contains("trace_url: https://store.example/5.zip?"))
        #expect(!text(sitting).contains("deadbeef"))
        _ = sitting.taken()
        sitting.press(.character("y"))
        #expect(sitting.taken() == [.terminal(.copy(address))])
        sitting.send(.copied(address, wasSent: true))
        #expect(!text(sitting).contains("deadbeef"))
    }

    @Test func theSelectedValueIsShownInFullBelowTheTree() {
        var file = SampleFile.shop
        let words = (1...60).map { "word\($0)" }.joined(separator: " ")
        file.trees[5] = "{\"apiInfo\":{\"name\":\"prices\",\"error\":{\"message\":\"\(words)\"}}}"
        let sitting = sittingBeforeTheFirstFailure(of: file)
        #expect(text(sitting).contains("word60"))
    }

    @Test func anItemWithVeryManyValuesIsReadFromBothEnds() {
        var file = SampleFile.shop
        let numbers = (0..<100_000).map { "\($0)" }.joined(separator: ",")
        file.trees[5] = "{\"apiInfo\":{\"error\":{\"pages\":[\(numbers)],\"end\":1}}}"
        var sitting = sittingBeforeTheFirstFailure(of: file)
        sitting.press(.down, .enter, .pageDown)
        #expect(text(sitting).contains("[24] 24"))
        sitting.press(.end)
        #expect(text(sitting).contains("[99999] 99999"))
        #expect(text(sitting).contains("end: 1"))
        sitting.press(.up, .left)
        #expect(text(sitting).contains("pages: 100,000 elements"))
    }
}
