import Dispatch
import Synchronization

/// Runs an asynchronous operation from the main thread, which belongs to the terminal and never to an executor, and waits for it.
func wait<Value: Sendable>(_ operation: @escaping @Sendable () async -> Value) -> Value {
    let outcome = Outcome(of: operation)
    while true {
        if let value = outcome.value(until: .distantFuture) { return value }
    }
}

/// The same for so many seconds at most; false when they are over, while the operation goes on.
@discardableResult
func wait(atMost seconds: Double, _ operation: @escaping @Sendable () async -> Void) -> Bool {
    Outcome(of: operation).value(until: .now() + seconds) != nil
}

/// What an operation that has been started gives.
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

    /// The value, unless there is none by then.
    func value(until deadline: DispatchTime) -> Value? {
        done.wait(timeout: deadline) == .success ? result.withLock { $0 } : nil
    }
}
