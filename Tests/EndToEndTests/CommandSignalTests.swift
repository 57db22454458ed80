import Foundation
import Glibc
import Simulator
import Testing

/// Commands that a signal ends.
struct CommandSignalTests {
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func signalEndsACommandSilently(signal: Int32) async throws {
        try await StillPlatform.with(.huge) { platform in
            let arguments = ["runs", "price-ticks", "--all", "--jsonl"]
            let child = try Child(Jobtop.path, arguments, environment: platform.environment)
            // It has begun to print, and has more runs to ask for than the budget of a minute allows.
            #expect(!child.output.read().isEmpty)
            kill(child.processID, signal)
            _ = child.output.readToEnd()
            let errors = child.errors.readToEnd()
            #expect(child.wait() == 128 + signal)
            #expect(errors == "")
        }
    }
}
