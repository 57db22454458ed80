/// The results file of a JobRun, of any size, opened for reading.
///
/// It is indexed in the background from the start; indexed rows can be read at any time. All calls may come from any thread.
/// Calls that read the disk are marked with `throws`: call them from a task, not from the thread that draws.
package final class ResultsFile: Sendable {
    /// The path with which the file was opened; empty for a file in memory.
    package let path: String
    let index: ResultsIndex
    private let source: ByteSupply
    private let task: Task<Void, Never>

    /// Opens a file and starts to index it.
    package convenience init(path: String, options: ResultsOptions = ResultsOptions()) throws(ResultsError) {
        let file = try ByteFile.reading(path)
        let source = ByteSupply(file, arrived: try file.size(), isComplete: !options.isGrowing)
        self.init(source, path: path, options, folder: options.scratchFolder ?? ScratchFile.folder(of: path))
    }

    /// Indexes a file in memory once ``finish()`` reports that it is complete; its index stays in memory too.
    package convenience init(_ memory: MemoryFile, options: ResultsOptions) {
        let source = ByteSupply(memory.file, arrived: 0, isComplete: false)
        self.init(source, path: "", options, folder: MemoryFile.folder)
    }

    private init(_ source: ByteSupply, path: String, _ options: ResultsOptions, folder: String) {
        let index = ResultsIndex(options: options, folder: folder)
        self.path = path
        self.source = source
        self.index = index
        task = Task.detached { await IndexTask(index: index, source: source).run() }
    }

    deinit { task.cancel() }

    // MARK: Growing

    /// Reports that the file has grown to this many bytes.
    package func extend(to bytes: Int64) { source.extend(to: bytes) }

    /// Reports that the file is complete with its current length, announced or not.
    package func finish() {
        if let bytes = try? source.file.size() { source.extend(to: bytes) }
        source.finish()
    }

    /// Stops reading; the rows read so far remain.
    package func cancel() { task.cancel() }

    // MARK: Progress

    /// The current state of the index.
    package var snapshot: ResultsSnapshot { index.snapshot }

    /// The snapshot now and after changes, about ten times a second; the stream ends after the final one.
    package var snapshots: AsyncStream<ResultsSnapshot> {
        let index = index
        return index.signal.values {
            let snapshot = index.snapshot
            return (snapshot, snapshot.phase.isFinal)
        }
    }

    /// Waits until the whole file is read, or reading failed.
    package func indexed() async -> ResultsSnapshot {
        await task.value
        return snapshot
    }

    // MARK: Rows

    /// Indexed rows by number; a row that can no longer be read is returned as broken.
    package func rows(in range: Range<Int>) throws(ResultsError) -> [ResultsRow] {
        try checkUnchanged()
        return try RowReader(index).rows(Array(range.clamped(to: 0..<index.rowCount)))
    }

    /// One item with all its parts.
    package func item(at row: Int) throws(ResultsError) -> ResultsItem {
        try checkUnchanged()
        return try RowReader(index).item(row)
    }

    /// The bytes of a row in the file.
    ///
    /// - Parameter limit: the most bytes returned.
    package func source(of row: Int, limit: Int) throws(ResultsError) -> [UInt8] {
        try checkUnchanged()
        return try RowReader(index).source(row, limit: limit)
    }

    /// Throws if rows come from a file that was written after it was complete; a scratch file belongs to jobtop alone.
    func checkUnchanged() throws(ResultsError) {
        if let rows = index.rows, rows.file !== source.file { return }
        try source.checkUnchanged()
    }

    /// The first failed row after a row; nil if there is none so far; -1 searches from the beginning.
    package func nextFailure(after row: Int) throws(ResultsError) -> Int? { try index.failure(from: row + 1) }

    /// The last failed row before a row; nil if there is none.
    package func previousFailure(before row: Int) throws(ResultsError) -> Int? { try index.failure(upTo: row - 1) }

    /// The rows that pass a filter; the search runs in the background from now on.
    package func view(_ filter: ResultsFilter) -> ResultsView { ResultsView(self, filter) }

    /// The raw file as text lines or hex; unpacked, once unpacking has started.
    package var bytes: ResultsBytes {
        index.rows.map { ResultsBytes($0.file, lineEnd: $0.lineEnd) } ?? ResultsBytes(source.file)
    }
}
