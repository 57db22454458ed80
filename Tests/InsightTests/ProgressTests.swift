import FoundationEssentials
import Insight
import Intuned
import Testing

struct ProgressTests {
    /// How the items of a run come: the part of them that has ended after a part of its time.
    enum Shape: String, CaseIterable, CustomTestStringConvertible {
        case steady, slowStart, slowEnd, speedingUp, slowingDown, bursts, pause, noisy

        var testDescription: String { rawValue }

        func done(_ time: Double) -> Double {
            switch self {
            case .steady: time
            case .slowStart: time < 0.15 ? time * 0.2 : 0.03 + (time - 0.15) / 0.85 * 0.97
            case .slowEnd: time < 0.8 ? time / 0.8 * 0.95 : 0.95 + (time - 0.8) / 0.2 * 0.05
            case .speedingUp: time * (0.6 + 0.4 * time)
            case .slowingDown: time * (1.4 - 0.4 * time)
            case .bursts: (time * 20).rounded(.down) / 20
            case .pause: time < 0.4 ? time / 0.4 * 0.5 : time < 0.5 ? 0.5 : 0.5 + (time - 0.5)
            case .noisy: min(1, max(0, time + 0.03 * sinus(time * 40)))
            }
        }

        /// A wave without Foundation's.
        private func sinus(_ x: Double) -> Double {
            let turn = (x / 6.283_185_3).truncatingRemainder(dividingBy: 1)
            return turn < 0.5 ? 16 * turn * (0.5 - turn) : -16 * (turn - 0.5) * (1 - turn)
        }
    }

    private static let lengths = [120.0, 900, 7200]

    /// The run of a shape after a part of its time, with what was seen of it every three seconds.
    private func moment(_ shape: Shape, _ seconds: Double, _ part: Double) -> (run: JobRun, seen: [Observation]) {
        let start = Facts.now.addingTimeInterval(-seconds * part)
        func counts(_ time: Double) -> Int { Int(shape.done(time / seconds) * 400) }
        let times = stride(from: 0, through: seconds * part, by: max(3, seconds / 1000))
        let seen = times.map { Observation(time: start.addingTimeInterval($0), ok: counts($0), failed: 0, payloads: 400) }
        let run = JobRun(
            id: "r", status: .known(.pending), startTime: Facts.at(start), payloads: 400, successfulRuns: counts(seconds * part),
            failedRuns: 0)
        return (run, seen)
    }

    /// Eight of ten true ends lie in the range, at every tenth of the way; the figures are printed.
    @Test func trueEndLiesInTheRangeInEightOfTenCases() throws {
        for tenth in 1...9 {
            var (hits, cases, width) = (0, 0, 0.0)
            for shape in Shape.allCases {
                for seconds in Self.lengths {
                    for isUsual in [false, true] {
                        let (run, seen) = moment(shape, seconds, Double(tenth) / 10)
                        let spread = Spread(median: seconds, low: seconds * 0.9, high: seconds * 1.1)
                        let usual = Usual(
                            runs: 10, duration: spread, payloads: Spread(median: 400, low: 400, high: 400),
                            failureShare: Spread(median: 0, low: 0, high: 0))
                        let progress = try #require(Progress(of: run, seen, usual: isUsual ? usual : nil, known: Facts.now))
                        let end = try #require(progress.end, "\(shape) \(seconds) \(tenth)")
                        let truth = Facts.now.addingTimeInterval(seconds * (1 - Double(tenth) / 10))
                        cases += 1
                        if end.contains(truth) { hits += 1 }
                        width += end.upperBound.timeIntervalSince(end.lowerBound) / (seconds * (1 - Double(tenth) / 10))
                    }
                }
            }
            print(
                "\(tenth)0 % of the time: \(hits) of \(cases) ends in the range, which is \((width / Double(cases) * 100).rounded()) % of what is left"
            )
            #expect(Double(hits) >= 0.8 * Double(cases), "at \(tenth)0 %")
        }
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
