import Dashboard
import FoundationEssentials
import Glibc
import Insight
import Intuned
import Testing

/// A handover says in Markdown what the next shift must know.
struct HandoverDocumentTests {
    private static let now = Sitting.start.wall
    private static let job = "nightly-prices"

    private static func facts(
        _ jobs: [HandoverFacts.Job]?, problems: [Problem] = [], acknowledged: [Problem] = [], zone: Int = 3600
    ) -> HandoverFacts {
        HandoverFacts(
            project: "my-project", since: now.addingTimeInterval(-HandoverFacts.shift), until: now, offsets: .fixed(zone),
            jobs: jobs, problems: problems, acknowledged: acknowledged)
    }

    private static func problem(_ kind: Verdict.Kind, of job: String, run: String? = nil, ago: Double) -> Problem {
        let verdict = Verdict(job: job, run: run, kind, .severe, since: now.addingTimeInterval(-ago), isNew: true)
        return Problem.grouped([verdict]) { _ in nil }[0]
    }

    private static let eventful: (HandoverFacts, LoggedActions) = {
        let bad = Samples.run(
            6, .failure, ago: 3000, took: 60, of: 1000, ok: 0, failed: 1000,
            error: RunError(message: "No route to *shop* <b>", code: .known(.internalServerError)))
        let again = [
            Samples.run(7, .success, ago: 1800, took: 60, ok: 100, failed: 0),
            Samples.run(8, .canceled, ago: 6000, took: 5, reason: RunReason(type: .known(.authSessionLocked))),
            Samples.run(9, .failure, ago: 9000, took: 70, ok: 3, failed: 97), Samples.run(10, .success, ago: 90_000, took: 1),
        ]
        var jobs = Samples.jobs
        jobs.append(Samples.job("new_job"))
        let facts = Self.facts(
            [
                .init(jobs[0], runs: [bad, Samples.partly], isWhole: true),
                .init(jobs[1], runs: [Samples.waiting], isWhole: true),
                .init(jobs[2], runs: [], isWhole: true), .init(jobs[3], runs: again, isWhole: false),
                .init(jobs[4], runs: nil, isWhole: false),
            ],
            problems: [
                problem(.failed(inARow: 1, share: 1), of: job, run: bad.id, ago: 3000),
                problem(.waitsForPerson(.authSessionInvalidMidJob), of: "orders-sync", run: Samples.waiting.id, ago: 7200),
            ], acknowledged: [problem(.missed(seconds: 600), of: "stock-levels", ago: 600)])
        let actions = [
            LoggedAction(time: now.addingTimeInterval(-90_000), action: "pause", job: "old", run: nil, outcome: "done"),
            LoggedAction(
                time: now.addingTimeInterval(-2000), action: "trigger", job: "weekly-report", run: nil, outcome: "accepted",
                newRun: "0007"),
            LoggedAction(
                time: now.addingTimeInterval(-900), action: "terminate", job: job, run: bad.id, outcome: "refused", error: "403"),
            LoggedAction(time: now.addingTimeInterval(0.5), action: "pause", job: job, run: nil, outcome: "not-sent"),
            LoggedAction(
                time: now, action: "pause", project: "another", job: job, run: nil, outcome: "accepted"),
        ]
        return (facts, .read(actions, badLines: 1))
    }()

    @Test func eventfulShiftIsTold() throws {
        let text = Handover.text(Self.eventful.0, Self.eventful.1)
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pictures/handover.md")
        if getenv("RECORD_PICTURES") != nil {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded handover.md; read it, then run without RECORD_PICTURES")
            return
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
    }

    @Test func quietShiftIsShort() {
        let facts = Self.facts([.init(Samples.jobs[0], runs: [Samples.well], isWhole: true)], zone: 0)
        #expect(
            Handover.text(facts, .absent) == """
                # Handover: my-project

                From 2026-11-23 10:00 UTC to 2026-11-23 18:00 UTC, 8h.

                No problems. 1 run ended: 1 succeeded. Active now: 0 runs.

                ## Failed

                No job fails.

                ## Stuck, late or waiting

                Nothing is stuck, late or waiting.

                ## Recovered

                No job failed and recovered in this time.

                ## Done from here

                No action of this time is logged on this machine.

                ## Due next

                - 2026-11-23 20:01 UTC: **nightly-prices**

                """)
    }

    @Test func nothingIsSaidAboutJobsThatAreNotKnown() {
        let text = Handover.text(Self.facts(nil), .unreadable(code: 13))
        #expect(text.contains("The list of jobs could not be loaded."))
        #expect(text.contains("- The log of actions cannot be read: permission denied."))
        #expect(!text.contains("## Failed") && !text.contains("## Due next"))
    }

    @Test func foreignTextIsNoMarkupAndHoldsNoSecret() {
        let hostile = "a`*_[x](https://evil.example/?token=abc)\n# h\u{1B}[2J<script>@me www.x.y|~&!\\"
        let job = Samples.job(hostile)
        let run = Samples.run(
            4, .failure, ago: 900, took: 60,
            error: RunError(message: "see https://store.example.com/a?X-Signature=verysecret"))
        let problem = Self.problem(.failed(inARow: 2, share: nil), of: hostile, run: run.id, ago: 900)
        let actions = [LoggedAction(time: Self.now, action: hostile, job: hostile, run: hostile, outcome: hostile)]
        let text = Handover.text(
            Self.facts([.init(job, runs: [run], isWhole: true)], problems: [problem]), .read(actions, badLines: 0))
        #expect(!text.contains("verysecret") && !text.contains("token=abc"))
        #expect(!text.contains("\u{1B}") && !text.contains("\n# h"))
        for markup in ["`", "_", "[", "](", "<script", "@me", "|", "~", "//evil", "www.x"] {
            let places = text.ranges(of: markup).filter {
                $0.lowerBound == text.startIndex || text[text.index(before: $0.lowerBound)] != "\\"
            }
            #expect(places.isEmpty, "\(markup) in \(text)")
        }
    }
}
