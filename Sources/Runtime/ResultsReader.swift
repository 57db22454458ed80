import Dashboard
import ResultsFile

/// Reads one results file, one order after another; long work runs in the background and posts reports.
final class ResultsReader: Sendable {
    private let orders: AsyncStream<ReadingOrder>.Continuation
    private let work: Task<Void, Never>

    /// Starts to wait for orders.
    ///
    /// - Parameters:
    ///   - unfinished: where exports record the files that they write.
    ///   - peek: reads results into memory; nil if this reader does not.
    ///   - post: receives reports, on any thread.
    init(
        unfinished: UnfinishedFiles = UnfinishedFiles(), peek: ResultsPeek? = nil,
        post: @escaping @Sendable (ReadingFact) -> Void
    ) {
        let (stream, continuation) = AsyncStream<ReadingOrder>.makeStream()
        orders = continuation
        work = Task {
            var session = ReadingSession(unfinished: unfinished, peek: peek, post: post)
            for await order in stream { session.carryOut(order) }
            await session.end()
        }
    }

    /// Queues an order; never waits.
    func take(_ order: ReadingOrder) { orders.yield(order) }

    /// Carries out the queued orders and then closes the file.
    func close() { orders.finish() }

    /// Waits until the export of a closed reader has ended.
    func waitForEnd() async { await work.value }
}
