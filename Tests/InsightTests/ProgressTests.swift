import FoundationEssentials
import Insight
import Intuned
import Testing

struct ProgressTests {
    private static let lengths = [120.0, 900, 7200]
    /// The usual duration as a part of the true one; nil where nothing is usual.
    private static let usuals: [Double?] = [nil, 0.92, 1, 1.08]

    /// The run of a shape after a part of its time, with what was seen of it every three seconds.
    private func moment(_ shape: RunShape, _ seconds: Double, _ part: Double) -> (run: JobRun, seen: [Observation]) {
        let start = Facts.now.addingTimeInterval(-seconds * part)
        func counts(_ time: Double) -> Int { Int(shape.done(time / seconds) * 400 + 1e-6) }
        let times = stride(from: 0, through: seconds * part, by: max(3, seconds / 1000))
        let seen = times.map { Observation(time: start.addingTimeInterval($0), ok: counts($0), failed: 0, payloads: 400) }
        let run = JobRun(
            id: "r", status: .known(.pending), startTime: Facts.at(start), payloads: 400, successfulRuns: counts(seconds * part),
            failedRuns: 0)
        return (run, seen)
    }

    private func usual(_ seconds: Double) -> Usual {
        Usual(
            runs: 10, duration: Spread(median: seconds, low: seconds * 0.9, high: seconds * 1.1),
            payloads: Spread(median: 400, low: 400, high: 400), failureShare: Spread(median: 0, low: 0, high: 0))
    }

    /// Eight of ten true ends lie in the range, at every tenth of the way; the figures are printed.
    @Test func trueEndLiesInTheRangeInEightOfTenCases() throws {
        var missed: [RunShape: Int] = [:]
        for tenth in 1...9 {
            var (hits, cases, width, widthUsual) = (0, 0, 0.0, 0.0)
            for shape in RunShape.allCases {
                for (seconds, factor) in Self.lengths.flatMap({ length in Self.usuals.map { (length, $0) } }) {
                    let (run, seen) = moment(shape, seconds, Double(tenth) / 10)
                    let progress = try #require(
                        Progress(of: run, seen, usual: factor.map { usual(seconds * $0) }, known: Facts.now))
                    let end = try #require(progress.end, "\(shape) \(seconds) \(tenth)")
                    let left = seconds * (1 - Double(tenth) / 10)
                    let isHit = end.contains(Facts.now.addingTimeInterval(left))
                    let share = end.upperBound.timeIntervalSince(end.lowerBound) / left
                    cases += 1
                    if isHit { hits += 1 } else { missed[shape, default: 0] += 1 }
                    if factor == nil { width += share } else { widthUsual += share }
                }
            }
            let alone = Double(cases / Self.usuals.count)
            let beside = Double(cases) - alone
            print(
                """
                \(tenth)0 % of the time: \(hits) of \(cases) ends in the range, which is \(Int(width / alone * 100)) % of what is \
                left, \(Int(widthUsual / beside * 100)) % where a duration is usual
                """)
            #expect(Double(hits) >= 0.8 * Double(cases), "at \(tenth)0 %")
            // Shortly before the end, little is left to compare a width with.
            #expect(width / alone < 1.6 && widthUsual / beside < (tenth < 9 ? 1 : 1.5), "at \(tenth)0 %")
        }
        print("ends out of the range by shape: \(missed.map { "\($0) \($1)" }.sorted().joined(separator: ", "))")
    }

    @Test func runThatGrowsPromisesNoEnd() throws {
        let run = Facts.run("r", .pending, started: 5, ok: 20, payloads: 60)
        let seen = [(120.0, 10, 40), (60, 15, 40), (0, 20, 60)].map {
            Observation(time: Facts.now.addingTimeInterval(-$0.0), ok: $0.1, failed: 0, payloads: $0.2)
        }
        let progress = try #require(Progress(of: run, seen, usual: nil, known: Facts.now))
        #expect(progress.isGrowing && progress.end == nil)
        #expect(progress.recentRate == 5 && progress.rate == 4)
    }

    @Test func risingFailuresAreNamed() throws {
        let run = Facts.run("r", .pending, started: 30, ok: 70, failed: 30, payloads: 200)
        let seen = [(240.0, 60, 2), (0, 70, 30)].map {
            Observation(time: Facts.now.addingTimeInterval(-$0.0), ok: $0.1, failed: $0.2, payloads: 200)
        }
        #expect(try #require(Progress(of: run, seen, usual: nil, known: Facts.now)).isFailingMore)
    }

    @Test func pausedRunPromisesNoEnd() throws {
        let run = Facts.run("r", .paused, started: 30, ok: 70, payloads: 200)
        #expect(try #require(Progress(of: run, [], usual: nil, known: Facts.now)).end == nil)
        #expect(Progress(of: Facts.run("r", started: 30), [], usual: nil, known: Facts.now) == nil)
    }
}
