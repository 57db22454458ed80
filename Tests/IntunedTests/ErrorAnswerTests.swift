import Intuned
import Testing

struct ErrorAnswerTests {
    private let body = """
        {"code": "not-found", "category": "user", "message": "No such job", "retirable": true, "details": {"id": "j"},
         "correlationId": "c-1"}
        """
    private let complaint = Complaint(
        code: "not-found", category: "user", message: "No such job", isRetirable: true,
        details: .object([.init(name: "id", value: .string("j"))]), correlationID: "c-1")

    @Test func everyStatusHasItsError() async {
        let job = Endpoints.job("j")
        #expect(await error(of: job, status: 400, body: body) == .refused(status: 400, complaint))
        #expect(await error(of: job, status: 401, body: body) == .unauthorized(complaint))
        #expect(await error(of: job, status: 403, body: body) == .forbidden(complaint))
        #expect(await error(of: job, status: 404, body: body) == .notFound(.job("j"), complaint))
        #expect(await error(of: job, status: 409, body: body) == .refused(status: 409, complaint))
        #expect(await error(of: job, status: 429, body: body) == .rateLimited(retryAfter: nil, complaint))
        #expect(await error(of: job, status: 500, body: body) == .server(status: 500, complaint))
        #expect(await error(of: job, status: 599, body: body) == .server(status: 599, complaint))
        #expect(await error(of: job, status: 600, body: body) == .notUnderstood(.unexpectedStatus(600)))
        #expect(await error(of: job, status: 100, body: body) == .notUnderstood(.unexpectedStatus(100)))
    }

    @Test func whatIsNotFoundIsWhatWasAskedFor() async {
        #expect(await error(of: Endpoints.jobs(), status: 404) == .notFound(.project("my project"), nil))
        #expect(await error(of: Endpoints.jobRuns(job: "j"), status: 404) == .notFound(.job("j"), nil))
        #expect(await error(of: Endpoints.jobRun(job: "j", run: "r"), status: 404) == .notFound(.jobRun(job: "j", run: "r"), nil))
        #expect(await error(of: Endpoints.runResult("x"), status: 404) == .notFound(.run("x"), nil))
    }

    @Test(arguments: ["retirable", "retriable", "retryable"]) func aComplaintIsReadInAllSpellings(flag: String) async {
        let body = #"{"message": "m", "\#(flag)": true, "correlation_id": "c-2", "more": [1]}"#
        let expected = Complaint(message: "m", isRetirable: true, correlationID: "c-2")
        #expect(await error(of: Endpoints.jobs(), status: 500, body: body) == .server(status: 500, expected))
    }

    @Test(arguments: ["", "Bad Gateway", "{}", "[]", "null", "{\"x\": 1}", "{\"message\": \"cut"])
    func aBodyThatSaysNothingIsNoComplaint(body: String) async {
        #expect(await error(of: Endpoints.jobs(), status: 502, body: body) == .server(status: 502, nil))
    }

    @Test func ofAPageInTheComplaintsPlaceTheTitleIsKept() async {
        let page = "<html>\n<head><title>502 Bad\n Gateway</title></head><body>nginx</body></html>"
        let expected = Complaint(message: "502 Bad Gateway")
        #expect(await error(of: Endpoints.jobs(), status: 502, body: page) == .server(status: 502, expected))
        #expect(await error(of: Endpoints.jobs(), status: 401, body: page) == .unauthorized(expected))
        #expect(await error(of: Endpoints.jobs(), status: 503, body: "<html></html>") == .server(status: 503, nil))
    }

    @Test func aPageThatSaysNotFoundSaysNothingAboutTheJob() async {
        let page = "<!DOCTYPE html><title>Not Found</title>"
        #expect(
            await error(of: Endpoints.job("j"), status: 404, body: page) == .notUnderstood(.html(status: 404, title: "Not Found"))
        )
    }

    @Test(
        arguments: [
            ("https://login.example.com:8443/in?key=topsecret", "login.example.com"), ("//other.example/x", "other.example"),
            ("https://u:topsecret@h.example/", "h.example"), ("/elsewhere", nil), ("::", nil),
        ] as [(String, String?)])
    func aRedirectNamesTheHostAndNothingElse(location: String, host: String?) async {
        for status in [301, 302, 307, 308] {
            #expect(
                await error(of: Endpoints.jobs(), status: status, headers: ["Location": location])
                    == .redirected(status: status, toHost: host))
        }
    }

    @Test func redirectWithoutLocationIsStillARedirect() async {
        #expect(await error(of: Endpoints.jobs(), status: 302) == .redirected(status: 302, toHost: nil))
    }

    @Test(arguments: [300, 304, 305, 306, 399])
    func statusThatLeadsNowhereIsNotARedirect(_ status: Int) async {
        #expect(await error(of: Endpoints.jobs(), status: status) == .notUnderstood(.unexpectedStatus(status)))
    }

    @Test(
        arguments: [
            ("17", 17), ("0", 0), ("-5", nil), ("999999999999", 86_400), ("Mon, 01 Jan 2024 00:01:00 GMT", 50),
            ("Sun, 31 Dec 2023 00:00:00 GMT", 0), ("soon", nil), ("", nil), ("inf", nil), ("1.5", nil),
        ] as [(String, Double?)])
    func theWaitIsSecondsOrADateByTheServersClock(retryAfter: String, seconds: Double?) async {
        let headers = ["Retry-After": retryAfter, "Date": "Mon, 01 Jan 2024 00:00:10 GMT"]
        #expect(
            await error(of: Endpoints.jobs(), status: 429, headers: headers) == .rateLimited(retryAfter: seconds, nil))
    }

    @Test func aDateWithoutTheServersClockTellsNoWait() async {
        let headers = ["Retry-After": "Mon, 01 Jan 2024 00:01:00 GMT"]
        #expect(await error(of: Endpoints.jobs(), status: 429, headers: headers) == .rateLimited(retryAfter: nil, nil))
    }
}
