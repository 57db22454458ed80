import FoundationEssentials
import Testing

@testable import Intuned

struct AnswerMemoryTests {
    private let memory = AnswerMemory()

    private func run(_ id: String, done: Int = 0, attempts: Int = 3) -> String {
        #"{"id":"\#(id)","status":"PENDING","successful_runs":\#(done),"job_configuration_snapshot":"#
            + #"{"configuration":{"retry":{"maximumAttempts":\#(attempts)}},"proxy":{"url":"http://a:b@proxy:80"}}}"#
    }

    private func page(_ rows: String...) -> [UInt8] {
        Array(#"{"jobRuns": [ \#(rows.joined(separator: " , ")) ], "totalCount": 9}"#.utf8)
    }

    private func read(_ body: [UInt8], to target: String = "/jobs/j/runs") -> JobRunsPage? {
        memory.value(of: body, to: target, as: JobRunsPage.self)
    }

    private func whole(_ body: [UInt8]) throws -> JobRunsPage {
        try JSONDecoder().decode(JobRunsPage.self, from: Data(body))
    }

    @Test func answersAreReadAsAWhole() throws {
        let bodies = [
            page(run("a"), run("b")), page(run("a"), run("b")), page(run("a", done: 1), run("b")),
            page(run("new"), run("a", done: 1), run("b")), page(run("b"), run("a", attempts: 5)), page(),
            page(run("a"), run("a"), #"{"id":"bad"}"#, run("c")),
            page(#"{"id":"n","status":"SUCCESS","job_configuration_snapshot":null}"#, run("a")),
            page(#"{"id":"n","status":"SUCCESS","job_configuration_snapshot":[1]}"#, run("a")),
        ]
        for body in bodies { #expect(try read(body) == whole(body)) }
    }

    @Test func rowsAndConfigurationsThatDidNotChangeAreShared() throws {
        let first = try #require(read(page(run("a"), run("b"))))
        let second = try #require(read(page(run("c"), run("a", done: 1), run("b"))))
        let shared = try #require(first.runs[0].sharedSnapshot)
        #expect((first.runs + second.runs).allSatisfy { $0.sharedSnapshot === shared })
    }

    @Test func aJobsAnswerIsReadAsAWhole() throws {
        for state in ["ACTIVE", "ACTIVE", "PAUSED"] {
            let body = Array(#"[{"id":"a","state":"\#(state)"},{"id":"b","state":"ACTIVE"},{"state":7}]"#.utf8)
            let list = try JSONDecoder().decode(JobList.self, from: Data(body))
            #expect(memory.value(of: body, to: "/jobs", as: JobList.self) == list)
        }
    }

    @Test(
        arguments: [
            #"{"jobRuns":[{"id":"a","status":"SUCCESS"x}],"totalCount":1}"#, #"{"jobRuns":[{"id":"a","status":"SUCCESS"}"#,
            #"{"jobRuns":[{"id":"a","status":"SUCCESS"},],"totalCount":1}"#, #"{"jobRuns":[{"id":"a"} {"id":"b"}]}"#,
            #"{"jobRuns":[{"id":"a","status":"SUCCESS"}]} x"#, #"{"jobRuns":[{"id":"a","status":"SUCCESS"}],"totalCount":}"#,
            #"{"jobRuns":[{"id":"a","status":"SUCCESS","job_configuration_snapshot":{"a":}}]}"#, #"{"jobRuns":null}"#,
            #"{"jobRuns":[{"id":"a","status":"SUCCESS"},7]}"#, #"{"job\u0052uns":[]}"#, "[]", "", "{}", #"{"jobRuns":"a"}"#,
        ])
    func anUnusualTextIsLeftToBeReadAsAWhole(text: String) {
        #expect(read(Array(text.utf8)) == nil)
    }

    @Test func anUnusualTextIsNotRemembered() throws {
        let body = Array(#"{"job\u0052uns":[{"id":"a","status":"SUCCESS"}]}"#.utf8)
        #expect(read(body) == nil)
        memory.keep(try whole(body), of: body, to: "/jobs/j/runs")
        #expect(read(body) == nil)
        #expect(try whole(body).runs.map(\.id) == ["a"])
    }

    @Test func answersToOtherRequestsAreApart() {
        #expect(read(page(run("a")), to: "/1")?.runs.map(\.id) == ["a"])
        #expect(read(page(run("b")), to: "/2")?.runs.map(\.id) == ["b"])
        #expect(read(page(run("a")), to: "/1")?.runs.map(\.id) == ["a"])
    }

    @Test func theOldestAnswersAreForgotten() throws {
        let rows = page(run("a"), run("b"))
        let first = try #require(read(rows, to: "/first")?.runs[0].sharedSnapshot)
        for number in 0..<AnswerMemory.latest { _ = read(rows, to: "/\(number)") }
        let again = try #require(read(rows, to: "/first")?.runs[0].sharedSnapshot)
        #expect(first !== again)
    }
}
