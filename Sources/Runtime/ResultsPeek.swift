import Dashboard
import Intuned
import ResultsFile

/// Reads a run's results into memory with the link of the platform's answer, by a single request to the store.
struct ResultsPeek: Sendable {
    let transport: any HTTPTransport
    let turns: PeekTurns
    /// Seconds without a byte after which the connection counts as broken.
    var stall = 30.0

    /// Starts to read when no other peek is running.
    ///
    /// - Parameter tell: receives nil when the file is complete, else why it is not; nothing if the Task is canceled.
    func begin(
        _ results: RunResults, into file: PeekedFile, tell: @escaping @Sendable (PeekFailure?) -> Void
    ) -> Task<Void, Never> {
        turns.begin {
            let failure = await read(results, into: file)
            if !Task.isCancelled { tell(failure) }
        }
    }

    private func read(_ results: RunResults, into file: PeekedFile) async -> PeekFailure? {
        let attempt = FetchAttempt(
            results: results, resumption: Resumption(), file: file, transport: transport, stall: stall, reserve: 0
        ) { _ in }
        let outcome = await attempt.run()
        if let problem = file.problem { return problem }
        switch outcome {
        case .complete(let seen): return check(file, seen, results)
        case .expired(let status, let code): return .expired(status: status, code: code)
        case .busy(let status, let code), .refused(let status, let code): return .refused(status: status, code: code)
        case .redirected(let status, let problem): return .redirected(status: status, problem)
        case .broken(let error, _): return .transport(error)
        }
    }

    /// Checks that the store's length and the platform's size both equal the bytes in memory.
    private func check(_ file: PeekedFile, _ seen: Resumption, _ results: RunResults) -> PeekFailure? {
        for length in [seen.total, seen.isEncoded ? nil : results.bytes] {
            guard let length, length != file.written else { continue }
            return .wrongLength(received: file.written, promised: length)
        }
        return nil
    }
}
