import Dispatch
import Synchronization

/// Runs an asynchronous operation from the main thread, which belongs to the terminal and never to an executor, and waits for it.
func wait<Value: Sendable>(_ operation: @escaping @Sendable () async -> Value) -> Value {
    let outcome = Outcome(of: operation)
    while true {
        if let value = outcome.value(until: .distantFuture) { return value }
    }
}

/// Waits at most this many seconds; returns false if the time is over, while the operation continues.
@discardableResult
func wait(atMost seconds: Double, _ operation: @escaping @Sendable () async -> Void) -> Bool {
    Outcome(of: operation).value(until: .now() + seconds) != nil
}

/// The result of a started operation.
private final class Outcome<Value: Sendable>: Sendable {
    private let result = Mutex<Value?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(of operation: @escaping @Sendable () async -> Value) {
        Task {
            let value = await operation()
            result.withLock { $0 = value }
            done.signal()
        }
    }

    /// The value; nil if there is none before the deadline.
    func value(until deadline: DispatchTime) -> Value? {
        done.wait(timeout: deadline) == .success ? result.withLock { $0 } : nil
    }
}
