import Testing

@testable import Simulator

struct FaultSyntaxTests {
    @Test func faultsAreReadFromTheirText() throws {
        let texts: [(String, Fault)] = [
            ("runs=500", Fault(.runs, .serverError)), ("run=429:10*3", Fault(.run, .rateLimited(.seconds(10)), times: 3)),
            ("all=hang", Fault(.all, .hang)), ("store=cut:4096*1", Fault(.store, .cut(after: 4096), times: 1)),
            ("jobs=429", Fault(.jobs, .rateLimited(.notSaid))),
            ("jobs=429:date:30", Fault(.jobs, .rateLimited(.date(secondsAhead: 30)))),
            ("job=401", Fault(.job, .unauthorized)), ("trigger=403", Fault(.trigger, .forbidden)),
            ("pause=404", Fault(.pause, .notFound)),
            ("resume=502", Fault(.resume, .badGateway)), ("result=503", Fault(.result, .unavailable(status: 503))),
            ("start=reset", Fault(.start, .reset)), ("trigger=lost*1", Fault(.trigger, .lost, times: 1)),
            ("terminate=truncated", Fault(.terminate, .truncated)),
            ("run=invalid", Fault(.run, .invalidJSON)), ("run=length:-7", Fault(.run, .wrongLength(by: -7))),
            ("run=slow:64", Fault(.run, .slow(bytesPerTick: 64))), ("run=delay:1.5", Fault(.run, .delay(seconds: 1.5))),
            ("store=expired", Fault(.store, .expired)), ("store=norange", Fault(.store, .noRange)),
            ("store=gzip", Fault(.store, .gzip)),
            ("store=changed", Fault(.store, .changed)), ("run=root", Fault(.run, .wrongRoot)), ("run=empty", Fault(.run, .empty)),
            ("run=redirect", Fault(.run, .redirect(to: nil))),
            ("run=redirect:http://other.example:80/x", Fault(.run, .redirect(to: "http://other.example:80/x"))),
            ("store=307", Fault(.store, .redirect(to: nil, status: 307))),
            (
                "store=308:https://other.example/x*1",
                Fault(.store, .redirect(to: "https://other.example/x", status: 308), times: 1)
            ),
            ("store=403:RequestTimeTooSkewed", Fault(.store, .coded(status: 403, code: "RequestTimeTooSkewed"))),
            ("store=304", Fault(.store, .notModified)),
            ("run=endless", Fault(.run, .endless)), ("run=headers", Fault(.run, .endlessHeaders)), ("run=big", Fault(.run, .big)),
            ("run=bomb", Fault(.run, .bomb)), (" all = skew:-3600 ", Fault(.all, .skew(seconds: -3600))),
        ]
        for (text, fault) in texts { #expect(try Fault(text) == fault, "\(text)") }
    }

    @Test func whatIsWrongIsSaidInOneSentence() {
        let texts: [(String, FaultSyntaxError)] = [
            ("", .noFault("")), ("runs", .noFault("runs")), ("moon=500", .unknownCall("moon")),
            ("runs=501", .unknownFault("501")),
            ("runs=500*0", .badCount("0")), ("runs=500*", .badCount("")), ("runs=cut", .badValue(fault: "cut", value: "")),
            ("runs=cut:x", .badValue(fault: "cut", value: "x")), ("runs=hang:3", .badValue(fault: "hang", value: "3")),
            ("store=307:", .badValue(fault: "307", value: "")),
            ("runs=429:soon", .badValue(fault: "429", value: "soon")), ("runs=slow:0", .badValue(fault: "slow", value: "0")),
        ]
        for (text, error) in texts { #expect(throws: error, "\(text)") { try Fault(text) } }
        #expect("\(FaultSyntaxError.badValue(fault: "cut", value: "x"))" == "The fault \"cut\" does not take the value \"x\".")
        #expect("\(FaultSyntaxError.unknownCall("moon"))".contains("jobs, job, runs, run, trigger"))
    }

    @Test func faultsAreUsedUpAndThoseOfAllCallsLeaveTheStoreAlone() {
        var table = FaultTable([Fault(.run, .serverError, times: 2), Fault(.all, .skew(seconds: 1)), Fault(.store, .expired)])
        #expect(table.take(.jobs) == [.skew(seconds: 1)])
        #expect(table.take(.run) == [.serverError, .skew(seconds: 1)])
        #expect(table.take(.run) == [.serverError, .skew(seconds: 1)])
        #expect(table.take(.run) == [.skew(seconds: 1)])
        #expect(table.take(.store) == [.expired])
    }
}
