import Intuned
import ResultsFile

/// Opens, follows and closes results files, and handles reports from their readers.
extension State {
    /// Orders a run's results file to be opened; its page opens when the file is open.
    mutating func openResults(of key: RunKey) -> [Effect] {
        if let reading, reading.id.key == key, reading.isSound {
            push(.items(ItemsPage(key: key)))
            return []
        }
        guard let place = resultsPlace(of: key) else { return [] }
        return open(place, of: key)
    }

    /// Whether a run's results may be on disk, as far as this session knows.
    func hasReadableResults(_ key: RunKey) -> Bool { resultsPlace(of: key) != nil }

    /// Handles a report from a reader; a report for an earlier opening changes nothing.
    mutating func take(_ fact: ReadingFact, of id: ReadingID) -> [Effect] {
        guard reading?.id == id else { return [] }
        switch fact {
        case .opened(let path):
            reading?.path = path
            return showItems()
        case .peekFailed(let failure): return endPeek(failure)
        case .notOpened(let error) where reading?.isPeek == true: return endPeek(.notRead(error))
        case .notOpened(let error):
            reading = nil
            say(Wording.notOpened(error), .warning)
            // The reader waits for further orders until it is closed.
            return [.read(id, .close)]
        case .indexed(let snapshot):
            reading?.snapshot = snapshot
            reading?.lookAgain()
            rememberCauses()
        case .searched(let filter, let view): if filter == reading?.filter { reading?.view = view }
        case .rowsRead(let filter, let range, let result): take(result, at: range, filter)
        case .located(let target, let filter, let position): locate(target, filter, at: position)
        case .itemRead(let row, let result):
            guard row == reading?.askedItem else { return [] }
            reading?.askedItem = nil
            reading?.item = ReadItem(row: row, result: result)
        case .bytesRead(let order, let result): take(result, of: order)
        case .exportProgressed(let progress): reading?.export = progress
        case .exported(let order, let result): endExport(order, result, of: id)
        case .compared(let previous): reading?.previous = previous
        }
        return []
    }

    /// Tells the reader of a growing file how much the fetch has written; opens the file again if the fetch started again.
    mutating func follow(_ progress: FetchProgress, of key: RunKey) -> [Effect] {
        guard let reading, reading.isGrowing, reading.id.key == key else { return [] }
        // Several reports may have been merged into one, so more bytes may have arrived after the restart than before.
        if progress.received < reading.arrived || progress.restarts > reading.restarts {
            let place = ResultsPlace(
                path: reading.path, format: reading.format, isGrowing: true, arrived: progress.received,
                restarts: progress.restarts)
            return open(place, of: key)
        }
        self.reading?.arrived = progress.received
        return [.read(reading.id, .extend(to: progress.received))]
    }

    /// Tells the reader of a growing file that the fetch is over.
    mutating func finishReading(of key: RunKey, _ result: Result<FetchedFile, FetchFailure>) -> [Effect] {
        guard let reading, reading.isGrowing, reading.id.key == key else { return [] }
        self.reading?.isGrowing = false
        switch result {
        case .success(let file): self.reading?.path = file.path
        case .failure: self.reading?.isCutOff = true
        }
        return [.read(reading.id, .finish)]
    }

    /// Orders results to be opened, after the ones that are open are closed.
    mutating func open(_ place: ResultsPlace, of key: RunKey) -> [Effect] {
        let closing = closeReading()
        readingsOpened += 1
        // Other results have other fields.
        if !stack.contains(where: { $0.readKey == key }) { lists[.items] = nil }
        let reading = Reading(id: ReadingID(key: key, number: readingsOpened), at: place)
        self.reading = reading
        for index in stack.indices where stack[index].readKey == key { stack[index].content.beginAgain() }
        return closing + [reading.opening]
    }

    private mutating func showItems() -> [Effect] {
        reading?.isOpen = true
        guard let reading else { return [] }
        if case .run(let page) = page, page.key == reading.id.key {
            let isAwaited = !reading.isPeek || reading.awaitedGroup != nil
            if isAwaited { push(.items(ItemsPage(key: page.key, group: reading.awaitedGroup))) }
            self.reading?.awaitedGroup = nil
        }
        return reading.isGrowing ? [.read(reading.id, .extend(to: reading.arrived))] : []
    }

    /// Closes the file that is read; a running export is stopped.
    mutating func closeReading() -> [Effect] {
        guard let reading else { return [] }
        self.reading = nil
        if let export = reading.export {
            say(Wording.stoppedWriting(export.order.path), .warning)
            status = currentStatus()
        }
        return [.read(reading.id, .close)]
    }

    private mutating func take(_ result: Result<[ResultsRow], ResultsError>, at range: Range<Int>, _ filter: ResultsFilter) {
        guard filter == reading?.filter, range == reading?.askedRows else { return }
        reading?.askedRows = nil
        switch result {
        case .success(let rows):
            reading?.window = RowWindow(start: range.lowerBound, rows: rows)
            reading?.failure = nil
        case .failure(let error):
            reading?.failure = error
        }
    }

    private mutating func locate(_ target: RowTarget, _ filter: ResultsFilter, at position: Int?) {
        guard filter == reading?.filter, target == reading?.seeking else { return }
        reading?.seeking = nil
        guard let position else { return say(Wording.noFurtherFailure(reading?.snapshot.phase), .plain) }
        guard case .items(var page) = page, page.stillSeeks(target), let count = reading?.view.count else { return }
        page.cursor.go(to: position, count: max(count, position + 1), height: ItemsView.listHeight(in: self))
        stack[stack.count - 1] = .items(page)
    }

    private mutating func take(_ result: Result<BytesPart, ResultsError>, of order: BytesOrder) {
        guard order == reading?.askedBytes else { return }
        reading?.askedBytes = nil
        switch result {
        case .success(let part):
            reading?.bytes = ReadBytes(order: order, part: part)
            guard case .bytes(var page) = page else { return }
            page.take(part, of: order)
            stack[stack.count - 1] = .bytes(page)
        case .failure(let error): reading?.failure = error
        }
    }

    private mutating func endExport(_ order: ExportOrder, _ result: Result<ExportReceipt, ResultsError>, of id: ReadingID) {
        reading?.export = nil
        switch result {
        case .success(let receipt): say(Wording.exported(receipt, to: order.path), .good)
        case .failure(.alreadyExists(order.path)):
            var replacing = order
            replacing.replaces = true
            ask(.overwriteExport(id, replacing))
        case .failure(.canceled): say(Wording.stoppedWriting(order.path), .warning)
        case .failure(let error): say(Wording.sentence(error), .bad)
        }
    }
}

extension State {
    /// The fetched file, the file that a fetch is writing, or the path at which an earlier session would have left one.
    private func resultsPlace(of key: RunKey) -> ResultsPlace? {
        let format = records.details[key]?.results?.format
        let order = FetchOrder(key, folder: settings.resultsFolder)
        switch fetches[key] {
        case .done(let file): return ResultsPlace(path: file.path, format: format)
        case .underWay(let progress?):
            guard let format else { return nil }
            let path = order.partialPath(format: format)
            return ResultsPlace(
                path: path, format: format, isGrowing: true, arrived: progress.received, restarts: progress.restarts)
        case .underWay(nil): return nil
        case .waiting, .failed, nil: return format.map { ResultsPlace(path: order.path(format: $0), format: $0) }
        }
    }
}
