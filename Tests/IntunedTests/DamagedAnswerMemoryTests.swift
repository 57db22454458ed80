import Fuzzing
import FoundationEssentials
import Testing

@testable import Intuned

struct DamagedAnswerMemoryTests {
    private static let configuration = #"{"configuration":{"retry":{}},"sink":{"type":"webhook","url":"https://a:b@c/?d=é"}}"#
    private static let page = Array(
        (#"{"jobRuns":[{"id":"a","status":"PENDING","error":null,"job_configuration_snapshot":\#(configuration)},"#
            + #"{"id":"b","status":"SUCCESS","payloads":4,"job_configuration_snapshot":\#(configuration)}],"totalCount":2}"#).utf8
    )

    /// A page whose bytes are damaged in up to three places, and perhaps cut.
    private static func damaged(_ dice: inout Dice) -> [UInt8] {
        var body = page
        let bytes = Array("{}[],:\"\\n0-x \u{7}".utf8) + [0xC3, 0xFF]
        for _ in 0..<Int.random(in: 1...3, using: &dice) {
            body[Int.random(in: body.indices, using: &dice)] = bytes.randomElement(using: &dice) ?? 0
        }
        if Int.random(in: 0..<10, using: &dice) == 0 { body.removeLast(Int.random(in: 0..<body.count, using: &dice)) }
        return body
    }

    /// Whatever the memory gives is what reading the whole text gives, and a text with a mistake is left alone.
    @Test func aDamagedAnswerIsNeverReadOtherwiseThanAsAWhole() {
        var dice = Dice(17)
        let memory = AnswerMemory()
        for _ in 0..<3000 {
            let body = Self.damaged(&dice)
            let whole = try? JSONDecoder().decode(JobRunsPage.self, from: Data(AnswerText(body).bytes))
            guard let read = memory.value(of: body, to: "/jobs/j/runs", as: JobRunsPage.self) else { continue }
            #expect(read == whole, "\(String(decoding: body, as: UTF8.self))")
        }
        #expect(memory.value(of: Self.page, to: "/jobs/j/runs", as: JobRunsPage.self)?.runs.count == 2)
    }
}
