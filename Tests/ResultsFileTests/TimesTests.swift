import FoundationEssentials
import Testing

@testable import ResultsFile

@Suite struct TimesTests {
    private func milliseconds(_ text: String) -> Int64? {
        Array(text.utf8).withUnsafeBufferPointer { TimeText.milliseconds($0) }
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", Int64(0)),
        ("2024-02-29T12:34:56.789Z", 1_709_210_096_789),
        ("2024-02-29 12:34:56+00", 1_709_210_096_000),
        ("2024-02-29T14:34:56.7891234+02:00", 1_709_210_096_789),
        ("2024-02-29T06:34:56-0600", 1_709_210_096_000),
        ("2024-02-29T12:34:56", 1_709_210_096_000),
        ("1969-12-31T23:59:59.5Z", -500),
        ("2024-02-29T12:34:56,789z", 1_709_210_096_789),
        ("2024-02-29t12:34:56Z", 1_709_210_096_000),
        ("2024-02-29 12:34:56.789 +0000", 1_709_210_096_789),
        ("2024-02-29 12:34:56 UTC", 1_709_210_096_000),
        ("2024-02-29T13:34:56+01:00[Europe/Berlin]", 1_709_210_096_000),
        ("2024-02-29T12:34Z", 1_709_210_040_000),
        ("2024-02-29 12:34", 1_709_210_040_000),
        ("2024-02-29", 1_709_164_800_000),
        ("20240229T123456Z", 1_709_210_096_000),
        ("20240229T123456.789+0000", 1_709_210_096_789),
        ("Thu, 29 Feb 2024 12:34:56 GMT", 1_709_210_096_000),
        ("Thu, 29 Feb 2024 14:34:56 +0200", 1_709_210_096_000),
        ("1 Mar 2024 00:00 EST", 1_709_269_200_000),
        ("1709210096", 1_709_210_096_000),
        ("1709210096.789", 1_709_210_096_789),
        ("1709210096789", 1_709_210_096_789),
        ("1709210096789123", 1_709_210_096_789),
        ("1709210096789123456", 1_709_210_096_789),
    ])
    func everyFormThatOccursIsRead(text: String, expected: Int64) { #expect(milliseconds(text) == expected) }

    @Test(arguments: [
        "", "2024", "2024-13-01T00:00:00Z", "2024-01-01T00:00:00X", "2024-01-01T00:00:00+1", "x024-01-01T00:00:00Z",
        "20240229", "2024-02-29T", "2024-02-29X", "2024-02-29T12", "2024-02-29T12:60Z", "2024-02-29T12:34:61Z", "12:34:56",
        "2024-02-29T12:34:56Z tomorrow", "29 Feb 2024", "29 Feb 2024 12:34:56", "Thu, 29 Foo 2024 12:34:56 GMT",
        "Thursday, 29 Feb 2024 12:34:56 GMT", "1500", "-1709210096", "1e300", "nan", "inf", "0x65E07A70",
    ])
    func whatIsNoTimeIsNone(text: String) { #expect(milliseconds(text) == nil) }

    @Test(arguments: [
        #"{"runId":"r","started_at":1709210096,"ended_at":1709210098.5}"#,
        #"{"runId":"r","started_at":1709210096000,"ended_at":"2024-02-29T12:34:58.5Z"}"#,
        #"{"runId":"r","started_at":"Thu, 29 Feb 2024 12:34:56 GMT","ended_at":"1709210098500"}"#,
        "runId,started_at,ended_at\nr,1709210096,2024-02-29 12:34:58.5",
    ])
    func timesOfAnItemAreReadInEveryForm(text: String) async throws {
        let folder = Folder()
        let (file, _) = try await folder.index(text) { $0.formatHint = text.hasPrefix("{") ? "jsonl" : "csv" }
        let row = try #require(try file.rows(in: 0..<1).first)
        #expect(row.startedAt?.timeIntervalSince1970 == 1_709_210_096)
        #expect(row.duration == 2.5)
    }
}
