import Dashboard
import Intuned
import ResultsFile
import Synchronization

/// An open file, the search for rows in it, and its background Tasks.
struct ReadingSession {
    /// The time between two reports of the same kind: nobody can read more than five a second.
    private static let pace = Duration.milliseconds(200)

    private let unfinished: UnfinishedFiles
    private let peek: ResultsPeek?
    private let post: @Sendable (ReadingFact) -> Void
    private var file: ResultsFile?
    private var view: ResultsView?
    private var search: Task<Void, Never>?
    private var writing: Task<Void, Never>?
    private var locating: Task<Void, Never>?
    private var reporting: Task<Void, Never>?
    private var comparing: Task<Void, Never>?
    private var peeking: Task<Void, Never>?

    /// The background Tasks: at most one of each kind.
    var tasks: [Task<Void, Never>] { [search, writing, locating, reporting, comparing, peeking].compactMap(\.self) }

    /// - Parameters:
    ///   - unfinished: where exports record the files that they write.
    ///   - peek: reads results into memory; nil if this session does not.
    ///   - post: receives reports, on any thread.
    init(unfinished: UnfinishedFiles, peek: ResultsPeek? = nil, post: @escaping @Sendable (ReadingFact) -> Void) {
        (self.unfinished, self.peek, self.post) = (unfinished, peek, post)
    }

    /// Carries out one order.
    mutating func carryOut(_ order: ReadingOrder) {
        switch order {
        case .open(let path, let format, let isGrowing): open(path, format, isGrowing: isGrowing)
        case .peek(let results): peek(at: results)
        case .extend(let bytes): file?.extend(to: Int64(bytes))
        case .finish: file?.finish()
        case .close: close()
        case .search(let filter): look(for: filter)
        case .readRows(let filter, let range): readRows(filter, range)
        case .locate(let target, let filter): locate(target, filter)
        case .readItem(let row):
            guard let file else { return }
            post(.itemRead(row, result { () throws(ResultsError) in try file.item(at: row) }))
        case .readBytes(let order):
            guard let file else { return }
            post(.bytesRead(order, result { () throws(ResultsError) in try file.bytes.part(order) }))
        case .export(let order): export(order)
        case .stopExport: writing?.cancel()
        case .compare(let path, let format): compare(path, format)
        }
    }

    /// Closes the file, and waits until the export has removed its file.
    mutating func end() async {
        let writing = writing
        close()
        await writing?.value
    }

    private mutating func close() {
        for task in tasks { task.cancel() }
        file?.cancel()
        (file, view) = (nil, nil)
        (search, writing, locating, reporting, comparing, peeking) = (nil, nil, nil, nil, nil, nil)
    }

    private mutating func open(_ path: String, _ format: String?, isGrowing: Bool) {
        var options = ResultsOptions()
        options.formatHint = format
        options.isGrowing = isGrowing
        do throws(ResultsError) {
            let file = try PackedVariant.open(path, options)
            self.file = file
            post(.opened(path: file.path))
            follow(file)
        } catch {
            post(.notOpened(error))
        }
    }

    private mutating func follow(_ file: ResultsFile) {
        reporting?.cancel()
        reporting = Task { [post] in await Self.report(file.snapshots) { post(.indexed($0)) } }
    }

    /// Reads results into memory; the file is indexed when it is complete.
    private mutating func peek(at results: RunResults) {
        guard let peek else { return }
        do throws(ResultsError) {
            let received = try PeekedFile(limit: PeekLimit.bytes)
            var options = ResultsOptions()
            options.formatHint = results.format
            options.unpacking = UnpackingLimits(bytes: Int64(PeekLimit.unpackedBytes))
            let file = ResultsFile(received.memory, options: options)
            self.file = file
            follow(file)
            peeking = peek.begin(results, into: received) { [post] failure in
                if let failure { return post(.peekFailed(failure)) }
                file.finish()
                post(.opened(path: file.path))
            }
        } catch {
            post(.peekFailed(.notRead(error)))
        }
    }

    private mutating func look(for filter: ResultsFilter) {
        guard let file else { return }
        search?.cancel()
        let view = file.view(filter)
        self.view = view
        search = Task { [post] in await Self.report(view.states) { post(.searched(filter, $0)) } }
    }

    private func readRows(_ filter: ResultsFilter, _ range: Range<Int>) {
        guard let view, view.filter == filter else { return }
        post(.rowsRead(filter, range, result { () throws(ResultsError) in try view.rows(in: range) }))
    }

    /// Finds a row; waits while the search has not reached the row, and replaces an earlier order of this kind.
    private mutating func locate(_ target: RowTarget, _ filter: ResultsFilter) {
        guard let view, view.filter == filter else { return }
        locating?.cancel()
        locating = Task { [post] in
            if case .row(let row) = target {
                for await state in view.states where state.isFinal || state.examined > row && !view.isToBeSorted { break }
            }
            guard !Task.isCancelled else { return }
            post(.located(target, filter, position: (try? view.position(of: target)) ?? nil))
        }
    }

    private mutating func export(_ order: ExportOrder) {
        guard let file else { return }
        writing = Task { [post, unfinished] in
            let view = file.view(order.filter)
            let reported = Mutex(ContinuousClock.now)
            do throws(ResultsError) {
                let receipt = try await view.export(
                    as: order.format, toFileAt: order.path, isReplacing: order.replaces, unfinished: unfinished
                ) { rows in
                    let isDue = reported.withLock { last in
                        guard last.duration(to: .now) >= Self.pace else { return false }
                        last = .now
                        return true
                    }
                    if isDue { post(.exportProgressed(ExportProgress(order: order, rows: rows, total: view.state.count))) }
                }
                post(.exported(order, .success(receipt)))
            } catch {
                post(.exported(order, .failure(error)))
            }
        }
    }

    private mutating func compare(_ path: String, _ format: String?) {
        var options = ResultsOptions()
        options.formatHint = format
        guard let previous = try? PackedVariant.open(path, options) else { return }
        comparing?.cancel()
        comparing = Task { [post] in
            let snapshot = await withTaskCancellationHandler {
                await previous.indexed()
            } onCancel: {
                previous.cancel()
            }
            guard snapshot.phase == .complete else { return }
            let bytes = previous.path == path ? snapshot.bytesThere : nil
            post(.compared(PreviousResults(signatures: snapshot.signatures, bytes: bytes)))
        }
    }

    private func result<Value>(_ read: () throws(ResultsError) -> Value) -> Result<Value, ResultsError> {
        do throws(ResultsError) { return .success(try read()) } catch { return .failure(error) }
    }

    private static func report<Value: Sendable>(_ values: AsyncStream<Value>, _ post: @Sendable (Value) -> Void) async {
        for await value in values {
            if Task.isCancelled { return }
            post(value)
            try? await Task.sleep(for: pace)
        }
    }
}

extension ResultsView {
    /// The position of the target row; nil if there is none.
    fileprivate func position(of target: RowTarget) throws(ResultsError) -> Int? {
        switch target {
        case .row(let row): return try position(ofRow: row)
        case .nextFailure(after: let position): return try nextFailure(after: position)
        case .previousFailure(before: let position): return try previousFailure(before: position)
        }
    }
}

extension ResultsBytes {
    /// Reads the part that an order names.
    fileprivate func part(_ order: BytesOrder) throws(ResultsError) -> BytesPart {
        let size = try size()
        switch order.style {
        case .hex:
            let row = Int64(Self.rowLength)
            let last = max(0, (size + row - 1) / row - 1)
            let start = min(max(0, order.offset / row + Int64(order.lines)), last) * row
            return BytesPart(offset: start, size: size, rows: try rows(from: start, count: order.count))
        case .text:
            let start = try start(of: order, size: size)
            return BytesPart(offset: start, size: size, lines: try lines(from: start, count: order.count, longest: order.width))
        }
    }

    private func start(of order: BytesOrder, size: Int64) throws(ResultsError) -> Int64 {
        let offset = min(max(0, order.offset), size)
        guard order.lines > 0 else { return try lineStart(-order.lines, before: offset, longest: order.width) }
        let passed = try lines(from: offset, count: order.lines + 1, longest: order.width)
        return passed.last?.offset ?? offset
    }
}
