import FoundationEssentials
import Insight

/// What a watch has told, so that one that starts again tells nothing twice.
struct WatchMemory: Codable, Hashable, Sendable {
    /// The form of the file.
    var version = 1
    /// The job that is watched.
    var job: String
    /// Whether it was told that there is no run yet.
    var isWaitingTold = false
    /// The newest run when the watch for the next one started; empty if the job had none.
    var after: String?
    /// What was last told of the run.
    var told: RunWatch.Told?
    /// Whether it was told that the platform does not answer, and not yet that it does again.
    var isLostTold = false

    /// Starts a watch that has told nothing.
    init(job: String) { self.job = job }

    /// The run that was told as over; nil if the told run is active, or none was told.
    var over: String? { told.flatMap { $0.state.isActive ? nil : $0.state.id } }

    /// Reads a file; an absent file is a watch that has told nothing.
    ///
    /// - Throws: `file` if it is no memory of a watch, or one of another job.
    static func read(_ path: String, job: String) throws(CommandFailure) -> WatchMemory {
        guard FileManager.default.fileExists(atPath: path) else { return WatchMemory(job: job) }
        guard let data = try? Data(contentsOf: URL(filePath: path)),
            let memory = try? JSONDecoder().decode(WatchMemory.self, from: data), memory.version == 1
        else { throw .file("cannot use \(path): it is not a state file of jobtop watch. Choose another file.") }
        guard memory.job == job else {
            throw .file("cannot use \(path): it belongs to a watch of the job \(memory.job). Choose another file.")
        }
        return memory
    }

    /// Replaces the file.
    func write(_ path: String) throws(CommandFailure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(self) else { throw .file("cannot write \(path).") }
        try ReplacedFile(path: path, mode: 0o600).write(String(decoding: data, as: UTF8.self) + "\n")
    }
}
