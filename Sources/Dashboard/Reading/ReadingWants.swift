import ResultsFile

/// Decides after every message what the top page needs from an open results file: only rows near those on the screen.
extension State {
    /// The orders for needed data that is neither loaded nor ordered; closes the file when no page shows it any more.
    mutating func readingOrders() -> [Effect] {
        if let reading, !isReadingWanted(reading) { return closeReading() + peek() }
        guard let reading else { return peek() }
        guard reading.isOpen else { return [] }
        var orders: [ReadingOrder] = []
        if case .items(let page) = page { orders = searchOrders(for: page) + rowOrders() }
        if case .item(let page) = page { orders = itemOrders(for: page) }
        if case .bytes(let page) = page { orders = bytesOrders(for: page) }
        return (orders + comparison()).map { .read(reading.id, $0) }
    }

    /// Shows the raw file if it has no rows.
    mutating func showBytesOfWhatHasNoRows() {
        guard case .items(let page) = page, let reading, reading.id.key == page.key, let shape = reading.snapshot.shape else {
            return
        }
        switch shape {
        case .text: stack[stack.count - 1] = .bytes(BytesPage(key: page.key, style: .text))
        case .binary: stack[stack.count - 1] = .bytes(BytesPage(key: page.key, style: .hex))
        case .jsonLines, .jsonArray, .jsonValues, .csv, .empty: break
        }
    }

    private func isReadingWanted(_ reading: Reading) -> Bool {
        if !reading.isOpen, case .run(let page) = page, page.key == reading.id.key { return true }
        return stack.contains { $0.readKey == reading.id.key } || showsCauses(of: reading.id.key)
    }

    private mutating func searchOrders(for page: ItemsPage) -> [ReadingOrder] {
        let filter = page.rowFilter
        guard reading?.filter != filter else { return [] }
        if reading?.filter != nil, case .items(var restarted) = self.page {
            restarted.cursor.restart()
            stack[stack.count - 1] = .items(restarted)
        }
        reading?.filter = filter
        reading?.view = ResultsViewState()
        reading?.window = RowWindow()
        reading?.askedRows = nil
        reading?.seeking = page.cursor.row.map { .row($0) }
        return [.search(filter)] + (page.cursor.row.map { [.locate(.row($0), filter)] } ?? [])
    }

    /// Orders the visible rows with a screen of margin on both sides; one order at a time, so that a held key does not pile up
    /// orders.
    private mutating func rowOrders() -> [ReadingOrder] {
        guard case .items(let page) = page, let reading, let filter = reading.filter, reading.askedRows == nil else { return [] }
        let height = ItemsView.listHeight(in: self)
        let all = 0..<reading.view.count
        let shown = (page.cursor.top..<(page.cursor.top + height)).clamped(to: all)
        let isAtHand =
            shown.isEmpty
            || (reading.window.range.contains(shown.lowerBound) && reading.window.range.contains(shown.upperBound - 1))
        guard !isAtHand, reading.failure == nil else { return [] }
        let range = max(0, page.cursor.top - height)..<(page.cursor.top + 2 * height)
        self.reading?.askedRows = range.clamped(to: all)
        return [.readRows(filter, range.clamped(to: all))]
    }

    private mutating func itemOrders(for page: ItemPage) -> [ReadingOrder] {
        guard reading?.item?.row != page.row, reading?.askedItem != page.row else { return [] }
        reading?.askedItem = page.row
        return [.readItem(page.row)]
    }

    private mutating func bytesOrders(for page: BytesPage) -> [ReadingOrder] {
        let order = page.order(in: self)
        guard let reading, reading.askedBytes == nil, reading.bytes?.order != order, reading.failure == nil else { return [] }
        self.reading?.askedBytes = order
        return [.readBytes(order)]
    }
}
