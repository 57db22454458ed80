import Synchronization

/// Lets peeks send their requests to the store one after another.
final class PeekTurns: Sendable {
    private let last = Mutex<Task<Void, Never>?>(nil)

    /// Starts work as soon as the work before it has ended, canceled or not; work that is canceled by then never starts.
    func begin(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        last.withLock { last in
            let task = Task { [before = last] in
                await before?.value
                if !Task.isCancelled { await work() }
            }
            last = task
            return task
        }
    }
}
