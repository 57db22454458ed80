import Synchronization

/// The running Tasks, each with a key; a Task removes only itself when it ends, never a later one with the same key.
final class RunningTasks<Key: Hashable & Sendable>: Sendable {
    private struct Entry {
        var key: Key
        var task: Task<Void, Never>
    }

    private struct Contents {
        var last = 0
        var entries: [Int: Entry] = [:]
    }

    private let contents = Mutex(Contents())

    /// The number of running Tasks.
    var count: Int { contents.withLock { $0.entries.count } }

    /// Starts a Task.
    ///
    /// - Parameter tell: receives the result. The Task is removed in the same step: after `tell` the Task is no longer found, and
    ///   a Task that is no longer found has called `tell`.
    func begin<Value: Sendable>(
        _ key: Key, _ work: @escaping @Sendable () async -> Value, tell: @escaping @Sendable (Value) -> Void
    ) {
        contents.withLock { contents in
            contents.last += 1
            let id = contents.last
            let task = Task {
                let value = await work()
                self.contents.withLock { contents in
                    contents.entries[id] = nil
                    tell(value)
                }
            }
            contents.entries[id] = Entry(key: key, task: task)
        }
    }

    /// Cancels the Tasks of a key.
    func cancel(_ key: Key) {
        for entry in contents.withLock({ Array($0.entries.values) }) where entry.key == key { entry.task.cancel() }
    }

    /// Cancels all Tasks, and waits until each has ended.
    func stop() async {
        let tasks = contents.withLock { $0.entries.values.map(\.task) }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }
}
