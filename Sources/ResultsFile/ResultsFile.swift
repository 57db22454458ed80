/// The results file of a JobRun, of any size, opened for reading.
///
/// It is indexed in the background, beginning at once; what has been indexed can be read at any time. All calls may come from
/// any thread. Those that read the disk say so by `throws`: call them from a task, not from the thread that draws.
package final class ResultsFile: Sendable {
    /// The path that it was opened with.
    package let path: String
    let index: ResultsIndex
    private let source: ByteSupply
    private let task: Task<Void, Never>

    /// Opens a file and begins to index it.
    package init(path: String, options: ResultsOptions = ResultsOptions()) throws(ResultsError) {
        let file = try ByteFile.reading(path)
        let source = ByteSupply(file, arrived: try file.size(), isComplete: !options.isGrowing)
        let index = ResultsIndex(options: options, folder: options.scratchFolder ?? ScratchFile.folder(of: path))
        self.path = path
        self.source = source
        self.index = index
        task = Task.detached { await IndexTask(index: index, source: source).run() }
    }

    deinit { task.cancel() }

    // MARK: Growing

    /// Says that the file now has so many bytes.
    package func extend(to bytes: Int64) { source.extend(to: bytes) }

    /// Says that the file is complete: what is there now is all of it, announced or not.
    package func finish() {
        if let bytes = try? source.file.size() { source.extend(to: bytes) }
        source.finish()
    }

    /// Stops reading; what was read remains.
    package func cancel() { task.cancel() }

    // MARK: Progress

    /// All that is known now.
    package var snapshot: ResultsSnapshot { index.snapshot }

    /// The snapshot now and, about ten times a second, whenever more is known; it ends behind the final one.
    package var snapshots: AsyncStream<ResultsSnapshot> {
        let index = index
        return index.signal.values {
            let snapshot = index.snapshot
            return (snapshot, snapshot.phase.isFinal)
        }
    }

    /// Waits until all is read, or cannot be.
    package func indexed() async -> ResultsSnapshot {
        await task.value
        return snapshot
    }

    // MARK: Rows

    /// Rows by their numbers, as many as are indexed; one that cannot be read any more is a broken one.
    package func rows(in range: Range<Int>) throws(ResultsError) -> [ResultsRow] {
        try checkUnchanged()
        return try RowReader(index).rows(Array(range.clamped(to: 0..<index.rowCount)))
    }

    /// One item with all its parts.
    package func item(at row: Int) throws(ResultsError) -> ResultsItem {
        try checkUnchanged()
        return try RowReader(index).item(row)
    }

    /// The bytes of a row as they are in the file.
    ///
    /// - Parameter limit: at most so many.
    package func source(of row: Int, limit: Int) throws(ResultsError) -> [UInt8] {
        try checkUnchanged()
        return try RowReader(index).source(row, limit: limit)
    }

    /// Throws when rows are read from a file into which somebody has written since it was complete; what is unpacked is ours alone.
    func checkUnchanged() throws(ResultsError) {
        if let rows = index.rows, rows.file !== source.file { return }
        try source.checkUnchanged()
    }

    /// The first failed row behind one, or nil when there is none so far; -1 asks from the beginning.
    package func nextFailure(after row: Int) throws(ResultsError) -> Int? { try index.failure(from: row + 1) }

    /// The last failed row before one; nil when there is none.
    package func previousFailure(before row: Int) throws(ResultsError) -> Int? { try index.failure(upTo: row - 1) }

    /// The rows that a filter lets pass; they are looked for in the background, beginning at once.
    package func view(_ filter: ResultsFilter) -> ResultsView { ResultsView(self, filter) }

    /// The file as text lines or hex, whatever it is; unpacked, once that has begun.
    package var bytes: ResultsBytes {
        index.rows.map { ResultsBytes($0.file, lineEnd: $0.lineEnd) } ?? ResultsBytes(source.file)
    }
}
