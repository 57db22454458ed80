import Intuned
import Testing

struct EndpointTests {
    @Test(arguments: [
        ("nightly-prices_1.~", "nightly-prices_1.~"), ("a/b", "a%2Fb"), ("a b", "a%20b"), ("größe", "gr%C3%B6%C3%9Fe"),
        ("100%25", "100%2525"), (".", "%2E"), ("..", "%2E%2E"), ("...", "..."), ("a..b", "a..b"),
        ("x?y#z&a=b+c;d:e@f!$'()*,", "x%3Fy%23z%26a%3Db%2Bc%3Bd%3Ae%40f%21%24%27%28%29%2A%2C"), ("\u{0}\n", "%00%0A"),
        ("👍", "%F0%9F%91%8D"), (#"\<>"[]{}|^`"#, "%5C%3C%3E%22%5B%5D%7B%7D%7C%5E%60"),
    ])
    func aJobIdStaysOnePartOfThePath(id: String, encoded: String) {
        #expect(Endpoints.job(id).target == "/jobs/\(encoded)")
        #expect(Endpoints.jobRun(job: id, run: id).target == "/jobs/\(encoded)/runs/\(encoded)")
    }

    @Test func aPageOfRunsIsAskedForWithAllThreeParameters() {
        #expect(
            Endpoints.jobRuns(job: "j", pageSize: 25, pageNumber: 3, sortBy: "start_time,desc/status,asc").target
                == "/jobs/j/runs?pageSize=25&pageNumber=3&sortBy=start_time%2Cdesc%2Fstatus%2Casc")
    }

    @Test func everyCallHasItsMethodItsPathAndItsSubject() {
        #expect(Endpoints.jobs() == Endpoint(path: ["jobs"]))
        #expect(Endpoints.job("j") == Endpoint(path: ["jobs", "j"], subject: .job("j")))
        #expect(
            Endpoints.jobRun(job: "j", run: "r")
                == Endpoint(path: ["jobs", "j", "runs", "r"], subject: .jobRun(job: "j", run: "r")))
        #expect(
            Endpoints.trigger(job: "j")
                == Endpoint(method: "POST", path: ["jobs", "j", "trigger"], success: [200, 201], subject: .job("j")))
        #expect(
            Endpoints.terminate(job: "j", run: "r")
                == Endpoint(method: "POST", path: ["jobs", "j", "runs", "r", "terminate"], subject: .jobRun(job: "j", run: "r")))
        #expect(Endpoints.pause(job: "j") == Endpoint(method: "POST", path: ["jobs", "j", "pause"], subject: .job("j")))
        #expect(Endpoints.resume(job: "j") == Endpoint(method: "POST", path: ["jobs", "j", "resume"], subject: .job("j")))
        #expect(Endpoints.runResult("x") == Endpoint(path: ["run", "x", "result"], subject: .run("x")))
    }
}
