import Foundation
import Glibc
import Testing

/// Signals and closed pipes, as a shell sees them.
@Suite struct WatchSignalTests {
    /// Reads lines until this many have arrived.
    private func lines(_ count: Int, of child: Child) -> [String] {
        var text = ""
        while text.filter({ $0 == "\n" }).count < count, case let more = child.output.read(), !more.isEmpty {
            text += String(decoding: more, as: UTF8.self)
        }
        return text.split(separator: "\n").map(String.init)
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func signalEndsAWatchWithItsStatus(signal: Int32, status: Int32) throws {
        let platform = try Platform(world: "troubles", speed: 1)
        let child = try Child(Jobtop.path, ["watch", "healthy-nightly", "next"], environment: platform.environment)
        #expect(lines(1, of: child) == ["Waiting for the next run of healthy-nightly."])
        kill(child.processID, signal)
        #expect(child.wait() == status)
        #expect(child.errors.readToEnd() == "")
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func signalEndsTheServerWithItsStatus(signal: Int32, status: Int32) throws {
        let platform = try Platform()
        let child = try Child(Jobtop.path, ["metrics", "--serve", "127.0.0.1:0"], environment: platform.environment)
        #expect(lines(1, of: child).count == 1)
        kill(child.processID, signal)
        #expect(child.wait() == status)
    }

    @Test func watchEndsSilentlyWhenNobodyReads() throws {
        let platform = try Platform(world: "troubles", speed: 1)
        let command = "\(Jobtop.command) watch healthy-nightly next | head -1; echo ${PIPESTATUS[0]}"
        let ended = try ShellCommand.run(
            "bash", ["-c", command], environment: platform.environment.merging(["PATH": "/usr/bin:/bin"]) { $1 })
        #expect(ended.output == "Waiting for the next run of healthy-nightly.\n141\n")
        #expect(ended.errors == "")
    }

    @Test func killedWatchTellsNothingTwice() throws {
        let platform = try Platform(world: "demo", speed: 10)
        let state = FileManager.default.temporaryDirectory.appending(path: "jobtop-\(UUID().uuidString)").path
        defer { unlink(state) }
        let arguments = ["watch", "review-harvest", "--state", state, "--every", "0"]
        var told: [String] = []
        for _ in 0..<3 {
            let child = try Child(Jobtop.path, arguments, environment: platform.environment)
            told += lines(1, of: child)
            child.kill()
        }
        #expect(told.count >= 3 && Set(told).count == told.count, "\(told)")
        #expect(told.count { $0.contains(" of review-harvest is ") } == 1)
    }
}
