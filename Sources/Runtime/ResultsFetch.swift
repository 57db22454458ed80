import Dashboard
import FoundationEssentials
import Glibc
import Intuned
import Synchronization

/// One fetch of a run's results: asks for the address, streams to a partial file, goes on where a cut connection broke off,
/// checks the length and puts the file in its place.
struct ResultsFetch: Sendable {
    /// Connections that may break before the fetch gives up; one that brought something does not count.
    private static let attempts = 5
    /// Seconds without a byte after which a connection counts as broken.
    private static let stall = 30.0

    let order: FetchOrder
    let client: IntunedClient
    let transport: any HTTPTransport
    let report: @Sendable (FetchProgress) -> Void

    /// Runs the fetch to its end.
    func run() async throws(FetchFailure) -> FetchedFile {
        let results = try await results()
        let target = Self.path(for: order, format: results.format)
        if !order.replaces, access(target, F_OK) == 0 { throw .fileExists(path: target) }
        let file = try PartialFile(for: target)
        do throws(FetchFailure) {
            let promised = try await stream(results, into: file)
            try check(file, promised: promised, results)
            try file.finish(replaces: order.replaces)
        } catch {
            if !error.keepsPartial { file.discard() }
            throw error
        }
        return FetchedFile(path: target, bytes: file.written)
    }

    /// The file's path: the folder, the name made of job and run, and the format as its ending where that is a plain word.
    static func path(for order: FetchOrder, format: String) -> String {
        let ending = FetchOrder.cleaned(format.lowercased())
        let name = "\(order.stem).\(format.isEmpty || ending.contains("_") ? "results" : ending)"
        return order.folder == "." ? name : order.folder + (order.folder.hasSuffix("/") ? "" : "/") + name
    }

    private func results() async throws(FetchFailure) -> RunResults {
        let detail: JobRunDetail
        do throws(IntunedError) {
            detail = try await client.call(Endpoints.jobRun(job: order.key.job, run: order.key.run)).value
        } catch {
            throw error == .cancelled ? .cancelled : .run(error)
        }
        guard let results = detail.results else { throw .noResults }
        return results
    }

    /// Streams until the store says that it is complete; returns the length that the store promised.
    private func stream(_ first: RunResults, into file: PartialFile) async throws(FetchFailure) -> Int? {
        var results = first
        var resumption = Resumption()
        var isRenewed = false
        var failures = 0
        while true {
            let before = file.written
            let pace = Pace(already: before, total: resumption.total ?? results.size.map { Int($0) })
            switch await attempt(results, resumption, into: file, pace) {
            case .complete(let resumption): return resumption.total
            case .expired where !isRenewed:
                isRenewed = true
                let renewed = try await self.results()
                if renewed.key != results.key || renewed.size != results.size { resumption = Resumption() }
                results = renewed
            case .expired: throw .refused(status: 403)
            case .refused(let status): throw .refused(status: status)
            case .broken(let error, let seen):
                if let problem = file.problem { throw problem }
                if error == .cancelled { throw .cancelled }
                resumption = seen ?? resumption
                failures = file.written > before ? 1 : failures + 1
                guard failures < Self.attempts else {
                    throw .transport(error, partial: file.written > 0 ? file.path : nil)
                }
                try? await Task.sleep(for: .seconds(Double(1 << (failures - 1)) / 2))
                if Task.isCancelled { throw .cancelled }
            }
        }
    }

    private enum Outcome {
        case complete(Resumption)
        case expired
        case refused(Int)
        case broken(HTTPTransportError, Resumption?)
    }

    private func attempt(
        _ results: RunResults, _ resumption: Resumption, into file: PartialFile, _ pace: Pace
    ) async -> Outcome {
        let request = HTTPRequest(
            method: "GET", url: results.signedURL.reveal(), headers: resumption.headers(from: file.written), timeout: nil,
            connectTimeout: 15, stallTimeout: Self.stall, acceptsCompression: false)
        let offset = file.written
        let seen = Mutex<Resumption?>(nil)
        do throws(HTTPTransportError) {
            let head = try await transport.send(request) { head, bytes in
                let isFirst = seen.withLock { seen in
                    defer { seen = seen ?? Resumption(head) }
                    return seen == nil
                }
                guard (200..<300).contains(head.status) else { return true }
                if isFirst, !resumption.goesOn(with: head, at: offset) { file.restart() }
                guard file.append(bytes) else { return false }
                if let progress = pace.progress(at: file.written, total: Resumption(head).total) { report(progress) }
                return true
            }
            switch head.status {
            case 200..<300:
                if file.written == offset, !resumption.goesOn(with: head, at: offset) { file.restart() }
                return .complete(Resumption(head))
            case 403: return .expired
            case 416: file.restart(); return .broken(.connectionLost("the store cannot go on from byte \(offset)"), Resumption())
            default: return .refused(head.status)
            }
        } catch {
            return .broken(error, seen.withLock { $0 })
        }
    }

    /// The store's length and the platform's size must both agree with what is on disk.
    private func check(_ file: PartialFile, promised: Int?, _ results: RunResults) throws(FetchFailure) {
        for length in [promised, results.size.flatMap { Int(exactly: $0) }] {
            guard let length, length != file.written else { continue }
            throw .wrongLength(received: file.written, promised: length, partial: file.path)
        }
    }
}

extension FetchFailure {
    /// Whether what has come is worth keeping, under a name that says so.
    fileprivate var keepsPartial: Bool {
        switch self {
        case .wrongLength: true
        case .transport(_, let partial): partial != nil
        case .fileExists, .noResults, .run, .refused, .file, .cancelled: false
        }
    }
}
