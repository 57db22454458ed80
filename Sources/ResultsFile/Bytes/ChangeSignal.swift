import Synchronization

/// Wakes any number of tasks when something changes.
///
/// A waiter passes the version that it has seen, so that no change between reading and waiting is lost.
final class ChangeSignal: Sendable {
    private struct State {
        var version = 0
        var lastWaiter = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    /// The number of changes so far.
    var version: Int { state.withLock { $0.version } }

    /// Wakes all waiters.
    func raise() {
        let waiters = state.withLock { state in
            state.version += 1
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Returns when the version differs from the one seen, or when the task is canceled.
    func wait(past seen: Int) async {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let mustWait = state.withLock { state in
                    // Checked under the lock: the handler below takes the lock too, so it finds the waiter or runs before.
                    guard state.version == seen, !Task.isCancelled else { return false }
                    state.waiters[number] = continuation
                    return true
                }
                if !mustWait { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.resume()
        }
    }

    /// A stream of a value now and after every change, which ends after the final value; a slow reader gets only the newest.
    func values<Value: Sendable>(
        _ current: @escaping @Sendable () -> (value: Value, isFinal: Bool)
    ) -> AsyncStream<Value> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let task = Task { [self] in
                while !Task.isCancelled {
                    let seen = version
                    let (value, isFinal) = current()
                    continuation.yield(value)
                    if isFinal { break }
                    await wait(past: seen)
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}
