import Foundation
import LoopbackTLS
import Testing

/// Connection faults that start while data is on the screen, and end again.
@Suite(.serialized, .enabled(if: ChildProcess.exists("openssl"), "the openssl command is missing: apt-get install openssl"))
struct MidLifeTests {
    enum Fault: CaseIterable {
        case closedPort, unknownIssuer, expiredCertificate, certificateOfAnotherHost

        /// The certificate that the server presents during the fault.
        func certificates() throws -> Certificates {
            switch self {
            case .closedPort, .unknownIssuer: try Certificates()
            case .expiredCertificate: try Certificates(valid: .past)
            case .certificateOfAnotherHost: try Certificates(for: "DNS:elsewhere.example")
            }
        }

        func sentence(port: Int) -> String {
            switch self {
            case .closedPort: "127.0.0.1:\(port) refused the connection"
            case .unknownIssuer:
                "Cannot connect to 127.0.0.1 securely: the certificate's issuer is unknown. To trust it, use --ca-file FILE."
            case .expiredCertificate:
                "Cannot connect to 127.0.0.1 securely: the certificate has expired. Is this machine's clock right?"
            case .certificateOfAnotherHost:
                "Cannot connect to 127.0.0.1 securely: the certificate is for another host. Check --base-url."
            }
        }
    }

    /// The facts on the page of a run while its platform cannot be reached; times are seconds of the day.
    private struct Outage {
        var clock: Int
        var lasts: Int
        var dataTime: Int
        var dataAge: Int
        /// The run's status with its clock, and the run's counts.
        var data: [Substring]

        init?(_ screen: String) {
            let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
            let words = screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard let header = lines.first?.firstMatch(of: /▲ offline (\d+)s .* (\d\d:\d\d:\d\d)$/),
                let data = words.firstMatch(of: /The data is from (\d\d:\d\d:\d\d), (\d+)s old\./),
                let lasts = Int(header.1), let age = Int(data.2)
            else { return nil }
            (clock, self.lasts) = (Self.seconds(header.2), lasts)
            (dataTime, dataAge) = (Self.seconds(data.1), age)
            self.data = Array(lines[1...2])
        }

        static func seconds(_ time: Substring) -> Int { time.split(separator: ":").reduce(0) { $0 * 60 + (Int($1) ?? 0) } }
    }

    /// Seconds between two requests for the run on the screen.
    private static let interval = 3.0
    /// Seconds that a busy machine may need for an instant step.
    private static let slack = 5.0
    private static let job = "nightly-prices"

    /// Opens a running run through the front, and trusts these authorities.
    private func watch(_ platform: Platform, through front: TLSFront, trusting trusted: [Certificates]) throws -> Terminal {
        let runs = platform.object(at: "jobs/\(Self.job)/runs?pageSize=1")["jobRuns"] as? [[String: Any]]
        let run = try #require(runs?.first?["id"] as? String)
        var environment = platform.environment
        environment["INTUNED_API_BASE_URL"] = environment["INTUNED_API_BASE_URL"]?.replacing(
            "http://127.0.0.1:\(platform.port)", with: "https://127.0.0.1:\(front.port)")
        // Far from midnight, because times of another day are shown with their date.
        environment["TZ"] = (Int(Date().timeIntervalSince1970) / 3600) % 24 < 12 ? "UTC-6" : "UTC+6"
        let authorities = trusted.map(\.authority).joined(separator: " ")
        return try Terminal(
            columns: 160, environment: environment,
            running: """
                cat \(authorities) >trusted.pem
                exec \(Jobtop.command) \(Self.job) \(run) --interval \(Self.interval) --ca-file trusted.pem
                """)
    }

    /// Waits until the screen shows an outage for which `isTrue` returns true.
    private func outage(
        on terminal: Terminal, _ what: String, within seconds: Double, sourceLocation: SourceLocation = #_sourceLocation,
        _ isTrue: (Outage) -> Bool = { _ in true }
    ) throws -> Outage {
        var found: Outage?
        terminal.expect(what, within: seconds, sourceLocation: sourceLocation) { screen in
            found = Outage(screen)
            return found.map(isTrue) ?? false
        }
        return try #require(found, sourceLocation: sourceLocation)
    }

    @Test(arguments: Fault.allCases) func aFaultThatBeginsInMidLifeIsNamedWhileTheDataAgesAndEndsByItself(fault: Fault) throws {
        let platform = try Platform(speed: 3)
        let (good, bad) = (try Certificates(), try fault.certificates())
        defer { for certificates in [good, bad] { certificates.remove() } }
        let front = try TLSFront(of: platform, good)
        defer { front.stop() }
        let terminal = try watch(platform, through: front, trusting: fault == .unknownIssuer ? [good] : [good, bad])
        terminal.expect("the run is live") { screen in
            screen.contains(/● live <\d+s · every/) && screen.contains("running for")
        }

        let begun = Date()
        if fault == .closedPort { front.close() } else { front.show(bad) }
        let sentence = fault.sentence(port: front.port)
        // A request that was active when the connections were cut fails first, and the next request follows a moment later.
        terminal.expect("one poll later the fault has a name", within: Self.interval + Self.slack) { screen in
            screen.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(sentence)
        }
        let first = try outage(on: terminal, "and a beginning", within: Self.slack)
        let elapsed = Date().timeIntervalSince(begun)
        #expect(Double(first.lasts) <= elapsed + 1)
        // The data is from the last answer, at most one poll before the fault started.
        #expect(Double(first.dataAge) >= Double(first.lasts) && Double(first.dataAge) <= elapsed + Self.interval + 1)
        #expect(abs(first.clock - first.dataTime - first.dataAge) <= 1)

        let later = try outage(on: terminal, "the data ages", within: Self.slack + 2) { $0.dataAge >= first.dataAge + 2 }
        #expect(later.data == first.data)
        #expect(later.dataTime == first.dataTime)
        #expect(abs(later.clock - later.dataTime - later.dataAge) <= 1)
        #expect(abs((later.clock - first.clock) - (later.lasts - first.lasts)) <= 1)

        if fault == .closedPort { try front.open() } else { front.show(good) }
        let lasted = Date().timeIntervalSince(begun)
        var promise = Self.interval
        terminal.expect("it says when it tries again", within: Self.slack + 5) { screen in
            let next = screen.firstMatch(of: /next try (\d+)s/).flatMap { Double($0.1) }
            if let next { promise = next }
            return next != nil || screen.contains("● live")
        }
        // Each wait is doubled and then shortened by at most a fifth.
        #expect(promise <= 1.25 * lasted + 3)
        terminal.expect("live with new data", within: promise + Self.slack) { screen in
            let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
            return screen.contains("● live") && !screen.contains("The data is from") && lines.count > 2
                && lines[1...2].elementsEqual(later.data) == false
        }
        terminal.press("q")
    }
}
