import Glibc

/// Texts that a test hands over to the process of its exit test.
///
/// Capture lists of exit tests need Swift 6.3. A file named after the test's process does the same with 6.2, and unlike an
/// environment variable it does not disturb other threads. Only one test at a time may use it.
enum HandedOver {
    /// Runs a body during which the process of an exit test can read these texts; no text may contain a line end.
    @discardableResult
    static func with<Result>(_ texts: String..., body: () async throws -> Result) async throws -> Result {
        let file = path(ofProcess: getpid())
        guard let stream = fopen(file, "w") else { throw Failed() }
        defer { unlink(file) }
        fputs(texts.joined(separator: "\n"), stream)
        guard fclose(stream) == 0 else { throw Failed() }
        return try await body()
    }

    /// The texts, in the process of an exit test.
    static func texts() throws -> [String] {
        guard let stream = fopen(path(ofProcess: getppid()), "r") else { throw Failed() }
        defer { fclose(stream) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = fread(&buffer, 1, buffer.count, stream)
        return String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    private struct Failed: Error {}

    private static func path(ofProcess id: pid_t) -> String { "/tmp/jobtop-exit-test-\(id)" }
}
