import Dashboard
import ResultsFile

/// Reads one results file as the core orders, one order after the other; what takes long runs beside and posts as it goes.
final class ResultsReader: Sendable {
    private let orders: AsyncStream<ReadingOrder>.Continuation
    private let work: Task<Void, Never>

    /// Begins to wait for orders.
    ///
    /// - Parameters:
    ///   - unfinished: where exports note the files that they write.
    ///   - post: takes what was found out, on any thread.
    init(unfinished: UnfinishedFiles = UnfinishedFiles(), post: @escaping @Sendable (ReadingFact) -> Void) {
        let (stream, continuation) = AsyncStream<ReadingOrder>.makeStream()
        orders = continuation
        work = Task {
            var session = ReadingSession(unfinished: unfinished, post: post)
            for await order in stream { session.carryOut(order) }
            await session.end()
        }
    }

    /// Takes an order; never waits.
    func take(_ order: ReadingOrder) { orders.yield(order) }

    /// Carries out what was ordered before and lets go of the file.
    func close() { orders.finish() }

    /// Waits, once the reader is closed, until its export has ended.
    func waitForEnd() async { await work.value }
}
