extension ResultsView {
    /// Writes the rows of this view to an open descriptor, once they are all found; cancel the task to stop.
    ///
    /// - Parameters:
    ///   - path: the name of the target in an error.
    ///   - progress: called from time to time with the number of rows written.
    package func export(
        as format: ExportFormat, to descriptor: Int32, path: String = "",
        progress: @Sendable (_ rows: Int) -> Void = { _ in }
    ) async throws(ResultsError) -> ExportReceipt {
        // Unlike `searched()`, this wait ends with the task: for a file that is still growing it may be long.
        var count = 0
        for await state in states where state.isFinal { count = state.count }
        if Task.isCancelled { throw .canceled }
        if let failure = state.failure { throw failure }
        var export = RowExport(file.index, format, to: ExportSink(descriptor, path: path))
        try export.begin()
        var position = 0
        while position < count {
            if Task.isCancelled { throw .canceled }
            let numbers = try rowNumbers(in: position..<min(position + 256, count))
            if numbers.isEmpty { break }
            try export.write(numbers)
            position += numbers.count
            progress(position)
            await Task.yield()
        }
        // The written rows could otherwise come from two versions of the file.
        try file.checkUnchanged()
        return try export.end()
    }

    /// Writes the rows of this view to a file that only its owner can read; the file gets its name only when it is complete.
    ///
    /// - Parameters:
    ///   - isReplacing: whether an existing file of that name may be replaced.
    ///   - unfinished: where the file is recorded until it is complete.
    package func export(
        as format: ExportFormat, toFileAt path: String, isReplacing: Bool, unfinished: UnfinishedFiles = UnfinishedFiles(),
        progress: @Sendable (_ rows: Int) -> Void = { _ in }
    ) async throws(ResultsError) -> ExportReceipt {
        let output = try ExportFile(path: path, unfinished: unfinished)
        do throws(ResultsError) {
            let receipt = try await export(as: format, to: output.descriptor, path: path, progress: progress)
            try output.commit(isReplacing: isReplacing)
            return receipt
        } catch {
            output.discard()
            throw error
        }
    }
}
