import Insight
import Intuned
import Testing

@testable import jobtop

/// The line and the status of `jobtop problems --nagios`.
struct NagiosReportTests {
    private func problems(_ severities: Severity...) -> [Problem] {
        let verdicts = severities.enumerated().map { place, severity in
            Verdict(job: "job\(place)", .unreadable(rows: place + 1), severity, since: nil, isNew: false)
        }
        return Problem.grouped(verdicts) { _ in nil }
    }

    @Test func nothingIsOK() {
        let report = NagiosReport([], jobs: 16, age: 1.26)
        #expect(report.level.rawValue == 0)
        #expect(report.line == "JOBTOP OK - no problems in 16 jobs|severe=0;;0;0 warning=0;0;;0 jobs=16;;;0 age=1.3s;;;0")
    }

    @Test func warningsAreAWarning() {
        let report = NagiosReport(problems(.warning), jobs: 1, age: 0)
        #expect(report.level.rawValue == 1)
        #expect(
            report.line
                == "JOBTOP WARNING - 1 problem: job0: 1 run cannot be read|severe=0;;0;0 warning=1;0;;0 jobs=1;;;0 age=0.0s;;;0")
    }

    @Test func oneSevereProblemIsCriticalAndFewAreNamed() {
        let report = NagiosReport(problems(.warning, .severe, .warning, .warning, .warning), jobs: 9, age: 0)
        #expect(report.level.rawValue == 2)
        #expect(report.line.hasPrefix("JOBTOP CRITICAL - 5 problems: job1: 2 runs cannot be read; "))
        #expect(report.line.contains("; 2 more|severe=1;;0;0 warning=4;0;;0 "))
    }

    @Test func whatIsNotKnownIsUnknown() {
        let report = NagiosReport(.platform(.unauthorized(nil), host: "h", tried: 0))
        #expect(report.level.rawValue == 3)
        #expect(report.line.hasPrefix("JOBTOP UNKNOWN - h rejected the API key (401)."))
        #expect(NagiosReport(usage: "no such\noption |x").line == "JOBTOP UNKNOWN - no such option /x")
    }
}
