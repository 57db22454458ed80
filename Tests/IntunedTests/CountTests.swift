import Intuned
import Testing

struct CountTests {
    @Test(arguments: [
        "12": 12, "0": 0, "\"12\"": 12, "2.0": 2, "2.9": 2, "1e3": 1000, "-3": nil, "\"many\"": nil, "null": nil, "true": nil,
        "[]": nil,
        "9007199254740992": 9_007_199_254_740_992, "99999999999999999999": nil, "9223372036854775807": nil, "1e400": nil,
    ])
    func aCountIsReadFromNumbersAndTextAndUnknownOtherwise(json: String, count: Int?) throws {
        let run: JobRun = try decode(#"{"id": "r", "status": "PENDING", "payloads": \#(json)}"#)
        #expect(run == JobRun(id: "r", status: .known(.pending), payloads: count))
    }

    @Test(
        arguments: [
            (nil, 1, 1, nil), (10, nil, nil, 10), (10, 3, 2, 5), (10, 8, 5, 0), (-1, 0, 0, 0), (5, -3, 0, 5),
            (Int.max, Int.max, Int.max, 0), (0, Int.min, Int.min, 0),
        ] as [(Int?, Int?, Int?, Int?)])
    func whatIsLeftIsNeverNegative(payloads: Int?, ok: Int?, failed: Int?, left: Int?) {
        let run = JobRun(id: "r", status: .known(.pending), payloads: payloads, successfulRuns: ok, failedRuns: failed)
        #expect(run.left == left)
    }
}
