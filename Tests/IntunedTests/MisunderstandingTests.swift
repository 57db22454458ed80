import Intuned
import Testing

struct MisunderstandingTests {
    private func misunderstanding<Answer>(
        _ endpoint: Endpoint<Answer>, _ body: String, status: Int = 200, type: String = "application/json"
    ) async -> IntunedError? {
        await error(of: endpoint, status: status, headers: ["Content-Type": type], body: body)
    }

    @Test(arguments: ["", " \r\n\t "]) func anEmptyAnswerIsNone(body: String) async {
        #expect(await misunderstanding(Endpoints.jobs(), body) == .notUnderstood(.empty))
    }

    @Test func anotherSuccessWithoutTheAnswerIsNone() async {
        #expect(await misunderstanding(Endpoints.jobs(), "", status: 204) == .notUnderstood(.unexpectedStatus(204)))
        #expect(await misunderstanding(Endpoints.pause(job: "j"), "", status: 204) == .notUnderstood(.unexpectedStatus(204)))
        #expect(await misunderstanding(Endpoints.trigger(job: "j"), "{}", status: 202) == .notUnderstood(.unexpectedStatus(202)))
    }

    @Test func aWebPageIsRecognised() async {
        let page = "\n<!doctype HTML><html><head><TITLE lang=en> Sign \n in </TITLE></head></html>"
        let expected = IntunedError.notUnderstood(.html(status: 200, title: "Sign in"))
        #expect(await misunderstanding(Endpoints.jobs(), page) == expected)
        #expect(await misunderstanding(Endpoints.jobs(), "<HTML>") == .notUnderstood(.html(status: 200, title: nil)))
        #expect(
            await misunderstanding(Endpoints.jobs(), "Welcome", type: "text/html; charset=utf-8")
                == .notUnderstood(.html(status: 200, title: nil)))
        #expect(await misunderstanding(Endpoints.jobs(), "[]", type: "text/html") == nil)
    }

    @Test func aLongTitleIsCut() async {
        let page = "<html><title>\(String(repeating: "x", count: 500))</title>"
        let title = String(repeating: "x", count: 80)
        #expect(await misunderstanding(Endpoints.jobs(), page) == .notUnderstood(.html(status: 200, title: title)))
    }

    @Test func anAnswerCutAnywhereBreaksOff() async {
        let body = #"{"jobRuns": [{"id": "r\"", "status": "SUCCESS", "n": [1, {}]}], "totalCount": 1}"#
        #expect(await misunderstanding(Endpoints.jobRuns(job: "j"), body) == nil)
        for length in 1..<body.utf8.count {
            let cut = String(decoding: body.utf8.prefix(length), as: UTF8.self)
            #expect(await misunderstanding(Endpoints.jobRuns(job: "j"), cut) == .notUnderstood(.truncated(bytes: length)))
        }
    }

    @Test(arguments: [
        ("upstream connect error", "upstream connect error"), ("NaN", "NaN"), ("[] []", "[] []"), ("[1 2]", "[1 2]"),
        ("[NaN]", "[NaN]"),
        ("a\n b\tc", "a b c"), (String(repeating: "x", count: 99), String(repeating: "x", count: 60)),
        ("%PDF\u{1B}[2J", "%PDF[2J"),
    ])
    func whatIsNoJSONShowsItsBeginning(body: String, start: String) async {
        #expect(await misunderstanding(Endpoints.jobs(), body) == .notUnderstood(.notJSON(start: start)))
    }

    @Test func anotherShapeIsNamedByPlaceAndProblem() async {
        func shape(_ path: String, _ fault: ShapeProblem.Fault) -> IntunedError {
            .notUnderstood(.unexpectedShape(ShapeProblem(path, fault)))
        }
        #expect(await misunderstanding(Endpoints.jobs(), "{}") == shape("", .not(.list)))
        #expect(await misunderstanding(Endpoints.jobs(), "12") == shape("", .not(.list)))
        #expect(await misunderstanding(Endpoints.job("j"), "null") == shape("", .null))
        #expect(await misunderstanding(Endpoints.jobRuns(job: "j"), "[]") == shape("", .not(.object)))
        #expect(await misunderstanding(Endpoints.jobRuns(job: "j"), "{}") == shape("jobRuns", .missing))
        #expect(await misunderstanding(Endpoints.jobRun(job: "j", run: "r"), #"{"jobRun": null}"#) == shape("jobRun", .null))
        #expect(await misunderstanding(Endpoints.jobRuns(job: "j"), #"{"jobRuns": {}}"#) == shape("jobRuns", .not(.list)))
        #expect(
            await misunderstanding(Endpoints.jobRun(job: "j", run: "r"), #"{"jobRun": {"id": "r"}}"#)
                == shape("jobRun.status", .missing))
        #expect(
            await misunderstanding(Endpoints.jobRun(job: "j", run: "r"), #"{"jobRun": {"id": [], "status": "x"}}"#)
                == shape("jobRun.id", .not(.text)))
        #expect(await misunderstanding(Endpoints.trigger(job: "j"), "{}") == shape("jobRunId", .missing))
        #expect(await misunderstanding(Endpoints.pause(job: "j"), "[]") == shape("", .not(.object)))
    }

    @Test func anAnswerOfNothingButBracketsIsNoCrash() async {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(
            await misunderstanding(Endpoints.job("j"), deep)
                == .notUnderstood(.unexpectedShape(ShapeProblem("", .not(.object)))))
        let objects = String(repeating: "{\"a\":", count: 100_000)
        #expect(await misunderstanding(Endpoints.job("j"), objects) == .notUnderstood(.truncated(bytes: 500_000)))
    }
}
