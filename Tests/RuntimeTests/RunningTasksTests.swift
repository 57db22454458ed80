import Testing

@testable import Runtime

/// Tasks are found only while they are running.
@Suite(.timeLimit(.minutes(1))) struct RunningTasksTests {
    /// Work that lasts until it is canceled, and returns whether it was.
    private static func untilCanceled() async -> Bool {
        let (nothing, _) = AsyncStream<Void>.makeStream()
        for await _ in nothing {}
        return Task.isCancelled
    }

    @Test func endedTaskLeavesItsSuccessorInPlace() async {
        let tasks = RunningTasks<String>()
        let (ends, end) = AsyncStream<Bool>.makeStream()
        // The next Task with the same key starts while the first still exists, as after an end reported too early.
        tasks.begin("run") {
            tasks.begin("run", { await Self.untilCanceled() }, tell: { end.yield($0) })
            return false
        } tell: {
            end.yield($0)
        }
        var told = ends.makeAsyncIterator()
        #expect(await told.next() == false)
        #expect(tasks.count == 1)
        tasks.cancel("run")
        #expect(await told.next() == true)
        #expect(tasks.count == 0)
    }

    @Test func stoppingWaitsForASuccessorToo() async {
        let tasks = RunningTasks<String>()
        let (ends, end) = AsyncStream<Bool>.makeStream()
        tasks.begin("run") {
            tasks.begin("run", { await Self.untilCanceled() }, tell: { end.yield($0) })
            return false
        } tell: {
            end.yield($0)
        }
        var told = ends.makeAsyncIterator()
        #expect(await told.next() == false)
        await tasks.stop()
        #expect(tasks.count == 0)
        #expect(await told.next() == true)
    }

    @Test func cancelingOneKeyLeavesTheOthers() async {
        let tasks = RunningTasks<Int>()
        let (ends, end) = AsyncStream<Int>.makeStream()
        for key in 1...3 {
            tasks.begin(key) {
                _ = await Self.untilCanceled()
                return key
            } tell: {
                end.yield($0)
            }
        }
        tasks.cancel(2)
        var told = ends.makeAsyncIterator()
        #expect(await told.next() == 2)
        #expect(tasks.count == 2)
        await tasks.stop()
    }
}
