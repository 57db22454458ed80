import Intuned
import ResultsFile
import Testing

@testable import Dashboard

/// A queue of fetches with runs of two profiles.
struct QueueOfProfilesTests {
    private let ours = (0..<2).map { RunKey(profile: .first, job: "a", run: "\($0)") }
    private let theirs = (0..<2).map { RunKey(profile: ProfileID(1), job: "a", run: "\($0)") }

    private func begun() -> FetchQueue {
        var queue = FetchQueue()
        queue.add([ours[0], theirs[0], ours[1], theirs[1]])
        queue.begin()
        return queue
    }

    @Test func badKeyGivesUpItsOwnRunsAlone() {
        var queue = begun()
        #expect(queue.end(.failure(.run(.unauthorized(nil)))) == ours)
        #expect(queue.waiting == theirs)
        #expect(queue.next == theirs[0])
    }

    @Test func fullDiskGivesUpAllRuns() {
        var queue = begun()
        let full = FetchFailure.file(FileFailure(path: "x", .system(code: 28)))
        #expect(Set(queue.end(.failure(full))) == Set(ours + theirs))
        #expect(queue.waiting.isEmpty)
    }
}
