import Glibc
import Synchronization

/// A thread that runs one closure and receives no signals.
final class OwnThread: Sendable {
    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private let thread: pthread_t
    private let isJoined = Mutex(false)

    /// Starts the thread; nil when the system has no thread left.
    init?(_ run: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(run))
        let failure = OwnThread.withSignalsBlocked {
            pthread_create(
                &thread, nil,
                { argument in
                    if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
                    return nil
                }, work.toOpaque())
        }
        guard failure == 0 else {
            work.release()
            return nil
        }
        self.thread = thread
    }

    deinit {
        if !isJoined.withLock({ $0 }) { pthread_detach(thread) }
    }

    /// Waits until the closure has returned; does nothing on the thread itself, which cannot wait for its own end.
    func join() {
        guard pthread_equal(pthread_self(), thread) == 0 else { return }
        isJoined.withLock { isJoined in
            if !isJoined { pthread_join(thread, nil) }
            isJoined = true
        }
    }

    /// Runs `body` with all signals blocked, because a new thread inherits the mask.
    ///
    /// So signals still reach the thread that waits for them, and a write to a closed socket fails with EPIPE here instead of
    /// ending the process.
    private static func withSignalsBlocked<Value>(_ body: () -> Value) -> Value {
        var all = sigset_t()
        var former = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &former)
        defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
        return body()
    }
}
