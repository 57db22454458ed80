@testable import Dashboard
import FoundationEssentials
import Intuned
import Testing
import TextScreen

@Suite struct WordingTests {
    @Test(arguments: [
        (0, "0s"), (59, "59s"), (60, "1m"), (751, "12m 31s"), (3600, "1h"), (7500, "2h 5m"), (273_600, "3d 4h"), (-5, "0s"),
    ])
    func durationsNameTheirTwoLargestUnits(seconds: Int, words: String) {
        #expect(Wording.duration(Double(seconds)) == words)
    }

    @Test(
        arguments: [(0, "0s"), (59.9, "59s"), (60, "1m"), (172_799, "47h"), (172_800, "2d"), (.infinity, "11574074d")]
            as [(Double, String)])
    func agesNameTheirLargestUnit(seconds: Double, words: String) {
        #expect(Wording.age(seconds) == words)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000")])
    func thousandsAreSetApart(value: Int, words: String) {
        #expect(Wording.number(value) == words)
    }

    @Test(
        arguments: [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (999_949, "999.9 kB"), (999_950, "1.0 MB"), (1.5e9, "1.5 GB")]
            as [(Double, String)])
    func sizesChangeTheirUnitBeforeTheyWouldRoundToAThousand(bytes: Double, words: String) {
        #expect(Wording.size(bytes) == words)
    }

    @Test(arguments: [-1, .nan, .infinity, 1e21, 1e300, .greatestFiniteMagnitude])
    func aNumberThatIsNoSizeSaysSo(bytes: Double) {
        #expect(Wording.size(bytes) == "unknown size")
        #expect(Wording.size(999e18) == "999.0 EB")
    }

    @Test func onlyAllIsAHundredPercent() {
        #expect(Wording.percent(999, of: 1000) == "99 %")
        #expect(Wording.percent(1000, of: 1000) == "100 %")
        #expect(Wording.percent(1, of: 0) == "-")
    }

    @Test func aTimeOfDayIsLocalAndNamesItsDateOnlyWhenThatIsNotToday() {
        let now = Date(timeIntervalSince1970: 1_795_456_800)  // 2026-11-23 18:00:00 UTC
        let berlin = UTCOffsets.fixed(3600)
        #expect(Wording.timeOfDay(now, now: now, berlin) == "19:00:00")
        #expect(Wording.timeOfDay(now.addingTimeInterval(-72_000), now: now, berlin) == "11-22 23:00")
        #expect(Wording.timeOfDay(now.addingTimeInterval(-31_536_000), now: now, berlin) == "2025-11-23 19:00")
    }

    @Test func aChangeOfTheOffsetHoldsFromItsInstant() {
        let change = Date(timeIntervalSince1970: 1_792_890_000)
        let offsets = UTCOffsets([.init(from: .distantPast, seconds: 7200), .init(from: change, seconds: 3600)])
        #expect(offsets.offset(at: change.addingTimeInterval(-1)) == 7200)
        #expect(offsets.offset(at: change) == 3600)
    }

    @Test(arguments: [
        (0, 0, 10, 0, 0, 20), (10, 0, 10, 20, 0, 0), (1, 1, 1000, 1, 1, 18), (999, 0, 1000, 19, 0, 1), (5, 5, 10, 10, 10, 0),
    ])
    func aGaugeShowsEverythingThatIsNotNothing(ok: Int, failed: Int, total: Int, okCells: Int, failedCells: Int, leftCells: Int)
        throws
    {
        let run = Samples.run(1, .pending, ago: 1, of: total, ok: ok, failed: failed)
        let gauge = try #require(Gauge(of: run))
        #expect(gauge.cells(20) == (okCells, failedCells, leftCells))
    }

    @Test(arguments: [
        (0, 0, 10, "──────────", "----------"), (10, 0, 10, "━━━━━━━━━━", "=========="), (1, 0, 1000, "╸─────────", "=---------"),
        (999, 0, 1000, "━━━━━━━━━╸", "=========-"), (45, 0, 100, "━━━━╸─────", "=====-----"),
        (999, 1, 1000, "━━━━━━━━━╋", "=========x"),
        (0, 1, 1000, "╋─────────", "x---------"),
    ])
    func barIsAThinLineThatFailuresCross(ok: Int, failed: Int, total: Int, unicode: String, ascii: String) throws {
        let gauge = try #require(Gauge(of: Samples.run(1, .pending, ago: 1, of: total, ok: ok, failed: failed)))
        #expect(gauge.bar(10, .unicode14).map(\.text).joined() == unicode)
        #expect(gauge.bar(10, .ascii).map(\.text).joined() == ascii)
        let console = gauge.bar(10, .unicode14, hasEighths: false).map(\.text).joined()
        #expect(console.count == 10 && Set(console).isSubset(of: ["▄", "█", "─"]))
    }

    @Test func theMarksOfAllStandingsDifferInShape() {
        for charset in [Charset.unicode14, .ascii] {
            let marks = Standing.allCases.map { $0.mark(charset) }
            #expect(Set(marks).count == marks.count)
        }
    }

    @Test(arguments: [
        (HTTPTransportError.timedOut(seconds: 10), "h did not answer within 10s."),
        (.timedOut(seconds: nil), "h did not answer in time."),
        (.timedOut(seconds: 10, waitingFor: .connection), "Cannot connect to h within 10s. Check the network."),
        (
            .timedOut(seconds: 10, waitingFor: .address),
            "Cannot resolve h within 10s. Check the network and DNS."
        ),
    ])
    func aTimeThatIsOverSaysWhatWasWaitedFor(error: HTTPTransportError, sentence: String) {
        #expect(Wording.sentence(.notReachable(error), host: "h") == sentence)
    }

    @Test func aFetchWhoseLinkCouldNotBeRenewedNamesWhatCame() {
        let failure = FetchFailure.run(.server(status: 500, nil), partial: "a.jsonl.partial")
        #expect(
            Wording.sentence(failure)
                == "No link to the results: the platform returned 500 (internal server error). "
                + "Press f to continue from a.jsonl.partial.")
        #expect(!Wording.sentence(.run(.server(status: 500, nil))).contains("continue"))
    }

    @Test func anAddressThatCannotBeAskedIsThePlatforms() {
        let sentence = Wording.sentence(.transport(.invalidURL, partial: nil))
        #expect(sentence == "The platform's link to the results is not valid.")
    }

    @Test(arguments: [
        ("nightly-prices", "nightly-prices"), ("../../etc/passwd", "______etc_passwd"), ("a b/ü\n", "a_b___"), ("", "_"),
        ("-rf", "-rf"),
    ])
    func aFileNameHoldsNothingThatMeansAnythingToASystem(part: String, cleaned: String) {
        #expect(FetchOrder.cleaned(part) == cleaned)
    }

    @Test func answer304IsNamedForWhatItIs() {
        let error = Wording.sentence(.notUnderstood(.unexpectedStatus(304)), host: "h")
        #expect(error.contains("304 (not modified)") && !error.contains("redirect"))
        let failure = Wording.sentence(.refused(status: 304))
        #expect(failure.contains("304 (not modified)") && !failure.contains("refused"))
    }

    @Test(arguments: [
        (RedirectProblem.noAddress, "The store returned 307, a redirect, without a valid address."),
        (
            .unencrypted(host: "h"),
            "The store redirects to h without https (307). jobtop does not follow from https to http."
        ),
        (.tooMany(limit: 3), "The store redirected more than 3 times in a row (307)."),
    ])
    func redirectThatIsNotFollowedSaysWhy(problem: RedirectProblem, sentence: String) {
        #expect(Wording.sentence(.redirected(status: 307, problem)) == sentence)
    }

    @Test(arguments: [
        (403, "RequestTimeTooSkewed", "the clocks differ too much. Set this machine's clock, then press f."),
        (400, "ExpiredToken", "the renewed link has expired too. Check this machine's clock, then press f for another link."),
        (404, "NoSuchKey", "the results are gone. Results are deleted with their run."),
        (403, "InvalidObjectState", "the results are in an archive. Restore them in the store, then press f."),
    ])
    func storesCodeSaysWhatToDo(status: Int, code: String, advice: String) {
        #expect(
            Wording.sentence(.refused(status: status, code: Open(storeCode: code)))
                == "The store returned \(status) (\(code)): \(advice)")
    }

    @Test func everyRefusalNamesStatusAndCode() {
        for code in StoreErrorCode.allCases.map({ Open.known($0) }) + [.unrecognized("SomethingNew")] {
            let sentence = Wording.sentence(.refused(status: 403, code: code, partial: "a.partial"))
            #expect(sentence.hasPrefix("The store returned 403 (\(code.raw))"))
            #expect(sentence.hasSuffix(" Press f to continue from a.partial."))
        }
    }

    @Test func fileThatTheStorePacksSaysWhyItsSizeDiffers() {
        let gzip = Wording.fetched(FetchedFile(path: "a.jsonl.gz", bytes: 10, coding: .gzip))
        #expect(
            gzip == "Saved a.jsonl.gz (10 B). The store packs it with gzip, so its size differs from the platform's.")
        let brotli = Wording.fetched(FetchedFile(path: "a.jsonl.br", bytes: 10, coding: .brotli))
        #expect(brotli.hasSuffix("jobtop cannot read br: unpack the file first."))
    }

    @Test(arguments: [
        (HTTPTransportError.tls(host: "h", .unknownIssuer), "the certificate's issuer is unknown"),
        (.tls(host: "h", .library("bad certificate")), "Cannot connect to h securely: bad certificate."),
        (.connectionLost(.closed(.request)), "closed before the request was sent"),
        (.connectionLost(.reset(.headers)), "reset in the middle of the answer's headers"),
        (.connectionLost(.closed(.body(received: 3, expected: 1))), "closed after 3 of 1 byte"),
        (.connectionLost(.closed(.body(received: 1, expected: nil))), "closed after 1 byte."),
        (.connectionLost(.notContinued(from: 5000)), "does not continue from byte 5,000"),
        (.refusedByProxy(host: "h:443", status: 407), "h:443: the proxy returned 407"),
        (.other(.invalidHeaderName("a: b")), "no header is called"), (.other(.outOfMemory), "libcurl is out of memory"),
    ])
    func brokenTransferIsNamed(error: HTTPTransportError, words: String) {
        #expect(Wording.sentence(error, host: "h").contains(words))
    }

    @Test func everyFaultOfAShapeIsNamed() {
        let faults: [ShapeProblem.Fault] = [
            .missing, .null, .unreadable, .not(.text), .not(.boolean), .not(.list), .not(.object), .not(.number),
        ]
        let sentences = faults.map { Wording.sentence(.notUnderstood(.unexpectedShape(ShapeProblem("a[3].b", $0))), host: "h") }
        #expect(Set(sentences).count == faults.count)
        #expect(sentences.allSatisfy { $0.contains("a[3].b: ") })
    }
}
