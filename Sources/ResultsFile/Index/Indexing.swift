/// Reads a file from beginning to end, block by block, and adds its rows to the index.
///
/// A block takes a millisecond or two; between blocks the task yields to others.
struct Indexing {
    enum Progress {
        case more
        /// All bytes so far are read; more will arrive.
        case starved
        case complete
    }

    private let index: ResultsIndex
    private let supply: ByteSupply
    private let conversion: (any Conversion)?
    private let buffer: BlockBuffer
    private var splitter: RowSplitter
    private let reading: RowReading
    private var classifier: RowClassifier
    private var blockLength = 64 << 10
    private var lastPublished: ContinuousClock.Instant?

    /// - Parameters:
    ///   - supply: the bytes with the rows, unpacked and in UTF-8.
    ///   - conversion: the conversion that produces them; nil if they come from the file directly.
    init(_ index: ResultsIndex, supply: ByteSupply, conversion: (any Conversion)?, layout: RowLayout, splitter: RowSplitter) {
        self.index = index
        self.supply = supply
        self.conversion = conversion
        self.splitter = splitter
        buffer = BlockBuffer(start: layout.start, capacity: blockLength)
        reading = RowReading(layout.format, longestRow: index.options.longestRow)
        classifier = RowClassifier(layout)
    }

    /// Unpacks and reads one block.
    mutating func step() async throws(ResultsError) -> Progress {
        conversion?.step()
        let arrival = supply.arrival
        let count = try buffer.fill(from: supply.file, wanted: blockLength, limit: arrival.bytes)
        if count == 0, buffer.end < arrival.bytes { throw .shortened }
        blockLength = index.options.blockLength
        if count > 0 { try await addRows() }
        guard buffer.end >= arrival.bytes else {
            publishSoon()
            return .more
        }
        guard arrival.isComplete else {
            publishSoon(isStarved: conversion == nil)
            return conversion == nil ? .starved : .more
        }
        try await addRest()
        publish()
        if let failure = conversion?.failure { throw failure }
        return .complete
    }

    private mutating func addRows() async throws(ResultsError) {
        try index.entries.append(classifier.add(await readRows()))
        let isTooLong = splitter.position - splitter.rowStart > index.options.longestRow
        buffer.drop(before: isTooLong ? splitter.position : splitter.rowStart)
    }

    /// Reads the rows that the buffer holds; the block is gone when it returns.
    private mutating func readRows() async -> [BlockReader.Part] {
        let block = buffer.block
        var spans: [RowSpan] = []
        block.withBytes { bytes in
            while let span = splitter.next(in: bytes, from: block.start) { spans.append(span) }
        }
        return await reading.read(spans, in: block)
    }

    /// Adds the row that the end of the file cuts off: the last line needs no line end.
    private mutating func addRest() async throws(ResultsError) {
        guard let rest = splitter.rest else { return }
        try index.entries.append(classifier.add(await reading.read([rest], in: buffer.block)))
    }

    /// Publishes the first rows at once, later ones ten times a second, and all of them before a wait.
    private mutating func publishSoon(isStarved: Bool = false) {
        if !isStarved, let lastPublished, lastPublished.duration(to: .now) < .milliseconds(100) { return }
        publish()
    }

    private mutating func publish() {
        lastPublished = .now
        let bytesRead = conversion?.bytesRead ?? buffer.end
        index.publish { snapshot in
            snapshot.phase = .indexing
            snapshot.bytesRead = bytesRead
            snapshot.totals = classifier.totals
            snapshot.apis = classifier.apis.tallies
            snapshot.groups = classifier.groups.groups
        }
    }
}
