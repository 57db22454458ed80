import Testing

@testable import ResultsFile

@Suite struct TimesTests {
    private func milliseconds(_ text: String) -> Int64? {
        Array(text.utf8).withUnsafeBufferPointer { ItemTimes.milliseconds($0) }
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", Int64(0)),
        ("2024-02-29T12:34:56.789Z", 1_709_210_096_789),
        ("2024-02-29 12:34:56+00", 1_709_210_096_000),
        ("2024-02-29T14:34:56.7891234+02:00", 1_709_210_096_789),
        ("2024-02-29T06:34:56-0600", 1_709_210_096_000),
        ("2024-02-29T12:34:56", 1_709_210_096_000),
        ("1969-12-31T23:59:59.5Z", -500),
    ])
    func everyFormThatOccursIsRead(text: String, expected: Int64) { #expect(milliseconds(text) == expected) }

    @Test(arguments: [
        "", "2024", "2024-13-01T00:00:00Z", "2024-01-01T00:00:00X", "2024-01-01T00:00:00+1", "x024-01-01T00:00:00Z",
    ])
    func whatIsNoTimeIsNone(text: String) { #expect(milliseconds(text) == nil) }
}
