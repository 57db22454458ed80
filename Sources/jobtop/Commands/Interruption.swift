import Dispatch
import Glibc
import Runtime
import Synchronization

/// Runs the work of a command and cancels it when a signal asks to end.
enum Interruption {
    private static let leaving = [SIGINT, SIGTERM, SIGHUP]

    /// Waits for the work; after a signal it has a second to clean up.
    ///
    /// - Parameter clear: removes what the work may leave behind, called right before a signal ends the process.
    /// - Returns: what the work returned, and the signal that arrived; nil if none did.
    static func run<Value: Sendable>(
        clear: @escaping @Sendable () -> Void, _ work: @escaping @Sendable () async -> Value
    ) -> (value: Value, signal: Int32?) {
        signal(SIGPIPE, SIG_IGN)
        // Exceeding the file size limit (ulimit(1)) becomes an error of the write.
        signal(SIGXFSZ, SIG_IGN)
        let asked = Asked()
        let task = Task { await work() }
        let sources = leaving.filter(isWanted).map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                guard asked.note(number) else { return }
                task.cancel()
                DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Int(Signals.patience))) {
                    clear()
                    Signals.die(of: number)
                }
            }
            source.resume()
            return source
        }
        let value = wait { await task.value }
        sources.forEach { $0.cancel() }
        return (value, asked.signal)
    }

    /// Whether the parent lets the signal through (nohup(1)).
    private static func isWanted(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// The first signal that arrived.
    private final class Asked: Sendable {
        private let first = Mutex<Int32?>(nil)

        var signal: Int32? { first.withLock { $0 } }

        /// Notes a signal; false if another one was first.
        func note(_ number: Int32) -> Bool {
            first.withLock { first in
                guard first == nil else { return false }
                first = number
                return true
            }
        }
    }
}
