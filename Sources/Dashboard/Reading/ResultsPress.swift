import Query
import ResultsFile

/// Handles commands on pages that show results.
extension State {
    /// Whether a command would do something now.
    func isAvailable(_ command: ResultsCommand) -> Bool {
        reading.map { page.content.isAvailable(command, of: $0, in: self) } ?? false
    }

    mutating func perform(_ command: ResultsCommand) -> [Effect] {
        guard let reading, isAvailable(command) else { return [] }
        switch command {
        case .next, .previous: return step(command)
        case .cycleOutcome: change { $0.cycleOutcome() }
        case .cycleAPI: change { $0.cycleAPI(among: reading.snapshot.apis.compactMap { $0.name }) }
        case .nextFields, .previousFields: changePage { $0.perform(.results(command), in: $1) }
        case .groups: push(.groups(GroupsPage(key: reading.id.key)))
        case .bytes: push(.bytes(BytesPage(key: reading.id.key)))
        case .writeLines: return write(.jsonLines)
        case .writeCSV: return write(.csv)
        case .stopWriting: return [.read(reading.id, .stopExport)]
        case .copyPath: if case .item(let page) = page, let path = page.path(in: self) { return [.terminal(.copy(path))] }
        }
        return []
    }

    private mutating func change(_ change: (inout ItemsPage) -> Void) {
        guard case .items(var page) = page else { return }
        change(&page)
        stack[stack.count - 1] = .items(page)
    }

    /// Moves to the next failure in a list, or to the next match in an item.
    private mutating func step(_ command: ResultsCommand) -> [Effect] {
        guard case .items(let page) = page, let reading, let filter = reading.filter else {
            changePage { $0.perform(.results(command), in: $1) }
            return []
        }
        let position = page.cursor.position
        let target: RowTarget = command == .next ? .nextFailure(after: position) : .previousFailure(before: position)
        guard reading.seeking != target else { return [] }
        self.reading?.seeking = target
        return [.read(reading.id, .locate(target, filter))]
    }

    /// Exports all rows of the list to a file beside the results.
    private mutating func write(_ format: ExportFormat) -> [Effect] {
        guard case .items(let page) = page else { return [] }
        let order = FetchOrder(page.key, folder: settings.resultsFolder)
        let path = order.path(ending: "\(page.rowFilter.label).\(format.ending)")
        return begin(ExportOrder(filter: page.rowFilter.inFileOrder, format: format, path: path))
    }

    /// Starts an export, unless another one is running.
    mutating func begin(_ order: ExportOrder) -> [Effect] {
        guard let reading, reading.export == nil else { return [] }
        self.reading?.export = ExportProgress(order: order, total: reading.view.count)
        return [.read(reading.id, .export(order))]
    }
}

extension ResultsFilter {
    /// The part of an export's file name that describes its rows.
    fileprivate var label: String {
        var parts: [String] = []
        if let group { parts.append("group\(group + 1)") }
        if let outcome { parts.append(FetchOrder.cleaned(Wording.word(outcome))) }
        if let apiName { parts.append(FetchOrder.cleaned(apiName)) }
        if !query.isEmpty { parts.append("filtered") }
        return parts.isEmpty ? "all" : parts.joined(separator: "-")
    }
}

extension ExportFormat {
    fileprivate var ending: String {
        switch self {
        case .jsonLines: "jsonl"
        case .csv: "csv"
        }
    }
}
