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
        buffer = BlockBuffer(start: layout.start)
        classifier = RowClassifier(layout, longestRow: index.options.longestRow)
    }

    /// Unpacks and reads one block.
    mutating func step() throws(ResultsError) -> Progress {
        conversion?.step()
        let arrival = supply.arrival
        let count = try buffer.fill(from: supply.file, wanted: blockLength, limit: arrival.bytes)
        if count == 0, buffer.end < arrival.bytes { throw .shortened }
        blockLength = index.options.blockLength
        if count > 0 { try addRows() }
        guard buffer.end >= arrival.bytes else {
            publishSoon()
            return .more
        }
        guard arrival.isComplete else {
            publishSoon(isStarved: conversion == nil)
            return conversion == nil ? .starved : .more
        }
        try addRest()
        publish()
        if let failure = conversion?.failure { throw failure }
        return .complete
    }

    private mutating func addRows() throws(ResultsError) {
        let start = buffer.start
        var entries: [RowEntry] = []
        buffer.withBytes { bytes in
            while let span = splitter.next(in: bytes, from: start) {
                classifier.classify(span, Self.row(span, in: bytes, from: start), into: &entries)
            }
        }
        try index.entries.append(entries)
        let isTooLong = splitter.position - splitter.rowStart > index.options.longestRow
        buffer.drop(before: isTooLong ? splitter.position : splitter.rowStart)
    }

    /// Adds the row that the end of the file cuts off: the last line needs no line end.
    private mutating func addRest() throws(ResultsError) {
        guard let rest = splitter.rest else { return }
        let start = buffer.start
        var entries: [RowEntry] = []
        buffer.withBytes { bytes in
            classifier.classify(rest, Self.row(rest, in: bytes, from: start), into: &entries)
        }
        try index.entries.append(entries)
    }

    /// The bytes of a row; nil if its beginning was dropped because the row is too long.
    private static func row(_ span: RowSpan, in bytes: UnsafeRawBufferPointer, from start: Int64) -> UnsafeRawBufferPointer? {
        guard span.start >= start else { return nil }
        let first = Int(span.start - start)
        return UnsafeRawBufferPointer(rebasing: bytes[first..<(first + Int(span.length))])
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
