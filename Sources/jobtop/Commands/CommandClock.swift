import Dashboard
import Runtime

/// The clock and the waits of a command; tests have one that jumps.
struct CommandClock: Sendable {
    /// The current time.
    var now: @Sendable () -> Moment
    /// Waits for some seconds, or until the command is interrupted.
    var wait: @Sendable (Double) async -> Void

    /// The machine's clock.
    static let machine = CommandClock(now: { .now }, wait: { try? await Task.sleep(for: .seconds($0)) })
}
