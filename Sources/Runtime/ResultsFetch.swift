package import Dashboard
import FoundationEssentials
import Glibc
package import Intuned
package import ResultsFile
import Synchronization

/// One fetch of a run's results.
///
/// It requests the link, streams to a partial file, continues after a cut connection, checks the length, and moves the file to
/// its target.
package struct ResultsFetch: Sendable {
    /// Failed attempts after which the fetch gives up; an attempt that received bytes does not count.
    private static let attempts = 8

    let order: FetchOrder
    let client: IntunedClient
    let transport: any HTTPTransport
    let report: @Sendable (FetchProgress) -> Void
    /// Called whenever the platform is asked for a renewed link.
    var noteRenewal: @Sendable () -> Void = {}
    /// Seconds without a byte after which a connection counts as broken.
    var stall = 30.0
    /// Seconds before the second attempt, then doubled after each failure, so that the fetch survives a minute without network.
    var pause = 0.5
    /// Bytes to leave free on the disk if the file's length is unknown.
    var reserve = 256 << 20
    /// The state of interrupted fetches.
    var interruptions = Interruptions()
    /// Where the fetch records the file that it writes.
    var unfinished = UnfinishedFiles()

    init(
        order: FetchOrder, client: IntunedClient, transport: any HTTPTransport,
        report: @escaping @Sendable (FetchProgress) -> Void, noteRenewal: @escaping @Sendable () -> Void = {},
        stall: Double = 30, pause: Double = 0.5, reserve: Int = 256 << 20, interruptions: Interruptions = Interruptions(),
        unfinished: UnfinishedFiles = UnfinishedFiles()
    ) {
        (self.order, self.client, self.transport, self.report) = (order, client, transport, report)
        (self.noteRenewal, self.stall, self.pause, self.reserve) = (noteRenewal, stall, pause, reserve)
        (self.interruptions, self.unfinished) = (interruptions, unfinished)
    }

    /// Prepares a fetch that no earlier one has begun.
    ///
    /// - Parameters:
    ///   - report: gets the progress, at most some times a second.
    ///   - unfinished: where the fetch records the file that it writes.
    package init(
        _ order: FetchOrder, client: IntunedClient, transport: any HTTPTransport, unfinished: UnfinishedFiles,
        report: @escaping @Sendable (FetchProgress) -> Void
    ) {
        self.init(order: order, client: client, transport: transport, report: report, unfinished: unfinished)
    }

    /// Runs the fetch to its end.
    package func run() async throws(FetchFailure) -> FetchedFile {
        let results = try await results()
        let target = order.path(format: results.format)
        if !order.replaces, let there = Self.present(target) { throw .fileExists(path: there) }
        let earlier = interruptions.take(target).flatMap { $0.key == results.key && $0.size == results.size ? $0 : nil }
        let file = try PartialFile(for: target, keeping: earlier?.written ?? 0)
        unfinished.add(file.path)
        defer { unfinished.remove(file.path) }
        var coding: ContentCoding?
        var resumption = file.written > 0 ? earlier?.resumption ?? Resumption() : Resumption()
        do throws(FetchFailure) {
            try checkRoom(for: results, in: file)
            try await stream(results, into: file, &resumption)
            try check(file, promised: resumption, results)
            coding = resumption.coding.flatMap { file.begins(with: $0.mark) ? $0 : nil }
            try file.finish(as: coding?.path(of: target) ?? target, replaces: order.replaces)
        } catch {
            if !error.keepsPartial { file.discard() }
            if error.canContinue {
                let written = file.written
                interruptions.keep(
                    Interruption(resumption: resumption, written: written, key: results.key, size: results.size), of: target)
            }
            throw error
        }
        return FetchedFile(
            path: coding?.path(of: target) ?? target, bytes: file.written, restarts: file.restarts, coding: coding)
    }

    /// The existing file, compressed or not.
    private static func present(_ target: String) -> String? {
        ([target] + ContentCoding.allCases.map { $0.path(of: target) }).first { access($0, F_OK) == 0 }
    }

    private func results() async throws(FetchFailure) -> RunResults {
        let answer = await untilCancelled { [client, key = order.key] () async -> Result<JobRunDetail, IntunedError> in
            do throws(IntunedError) {
                return .success(try await client.call(Endpoints.jobRun(job: key.job, run: key.run)).value)
            } catch {
                return .failure(error)
            }
        }
        switch answer {
        case .success(let detail):
            guard let results = detail.results else { throw .noResults }
            return results
        case nil, .failure(.cancelled): throw .cancelled
        case .failure(let error): throw .run(error)
        }
    }

    /// Streams until the store reports that the file is complete.
    ///
    /// - Parameter resumption: what the store reports about the object.
    private func stream(
        _ first: RunResults, into file: PartialFile, _ resumption: inout Resumption
    ) async throws(FetchFailure) {
        var results = first
        var isRenewed = false
        var failures = 0
        var furthest = 0
        while true {
            let attempt = FetchAttempt(
                results: results, resumption: resumption, file: file, transport: transport, stall: stall, reserve: reserve,
                report: report)
            switch await attempt.run() {
            case .complete(let seen):
                resumption = seen
                return
            case .expired where !isRenewed:
                isRenewed = true
                let renewed = try await renewal(of: results, for: file, after: &failures)
                if renewed.key != results.key || renewed.size != results.size { resumption = Resumption() }
                results = renewed
            case .expired(let status, let code), .refused(let status, let code):
                throw .refused(status: status, code: code, partial: file.kept)
            case .redirected(let status, let problem):
                throw .redirected(status: status, problem, partial: file.kept)
            case .busy(let status, let code):
                failures += 1
                guard failures < Self.attempts else { throw .refused(status: status, code: code, partial: file.kept) }
                try await wait(after: failures, at: file, of: resumption.total ?? results.bytes)
            case .broken(let error, let seen):
                if let problem = file.problem { throw problem }
                if error == .cancelled { throw .cancelled }
                guard error.mayPass else { throw .transport(error, partial: file.kept) }
                resumption = seen ?? resumption
                let hasBrought = file.written > furthest
                failures = hasBrought ? 1 : failures + 1
                // A link that worked and then expired may be renewed again.
                if hasBrought { isRenewed = false }
                furthest = max(furthest, file.written)
                guard failures < Self.attempts else { throw .transport(error, partial: file.kept) }
                try await wait(after: failures, at: file, of: resumption.total ?? results.bytes)
            }
        }
    }

    /// Requests a renewed link; retries if the platform fails temporarily, as for the store.
    private func renewal(
        of results: RunResults, for file: PartialFile, after failures: inout Int
    ) async throws(FetchFailure) -> RunResults {
        while true {
            noteRenewal()
            do throws(FetchFailure) {
                return try await self.results()
            } catch {
                guard case .run(let cause, _) = error else { throw error }
                failures += 1
                guard cause.mayPass, failures < Self.attempts else { throw .run(cause, partial: file.kept) }
                let asked = RetryPolicy(first: 0).delay(afterFailures: failures, error: cause, jitter: 0)
                try await wait(after: failures, atLeast: asked, at: file, of: results.bytes)
            }
        }
    }

    /// Waits until the next attempt; reports the progress first, since no other report follows for a while.
    private func wait(
        after failures: Int, atLeast least: Double = 0, at file: PartialFile, of total: Int?
    ) async throws(FetchFailure) {
        report(FetchProgress(received: file.written, total: total, restarts: file.restarts))
        try? await Task.sleep(for: .seconds(max(least, pause * Double(1 << (failures - 1)))))
        if Task.isCancelled { throw .cancelled }
    }

    /// Fails before the start if the file cannot fit, since a full disk harms other programs.
    private func checkRoom(for results: RunResults, in file: PartialFile) throws(FetchFailure) {
        guard let size = results.bytes, let room = file.room, size - file.written > room else { return }
        throw .file(FileFailure(path: file.path, .noRoom(needed: size - file.written, free: room)))
    }

    /// Checks that the store's length and the platform's size both equal the bytes on disk.
    private func check(_ file: PartialFile, promised: Resumption, _ results: RunResults) throws(FetchFailure) {
        // The platform reports the size of the file, not that of its compressed form.
        for length in [promised.total, promised.isEncoded ? nil : results.bytes] {
            guard let length, length != file.written else { continue }
            throw .wrongLength(received: file.written, promised: length, partial: file.path)
        }
    }
}

extension PartialFile {
    /// The path, if the file is not empty.
    fileprivate var kept: String? { written > 0 ? path : nil }
}

extension RunResults {
    /// The file's size, if it is a valid number of bytes.
    var bytes: Int? {
        size.flatMap { Int(exactly: $0) }.flatMap { $0 < 0 ? nil : $0 }
    }
}
