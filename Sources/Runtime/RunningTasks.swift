import Synchronization

/// The Tasks that are under way, each under a key; one that ends takes itself out, and never a later one of the same key.
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

    /// How many are under way.
    var count: Int { contents.withLock { $0.entries.count } }

    /// Begins a Task.
    ///
    /// - Parameter tell: takes what came of the work. The Task is taken out in the same step, so that whoever has heard of the
    ///   end does not find the Task, and whoever does not find it has been told of the end.
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

    /// Cancels what is under way for a key.
    func cancel(_ key: Key) {
        for entry in contents.withLock({ Array($0.entries.values) }) where entry.key == key { entry.task.cancel() }
    }

    /// Cancels all, and waits until each has ended.
    func stop() async {
        let tasks = contents.withLock { $0.entries.values.map(\.task) }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }
}
