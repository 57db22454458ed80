/// The steps of an index: wait for bytes, detect the format, unpack, read.
struct IndexTask {
    let index: ResultsIndex
    let source: ByteSupply

    /// The bytes needed to detect the format; a shorter file is examined when it is complete.
    private static let enoughToSee: Int64 = 4 << 10

    func run() async {
        do throws(ResultsError) {
            try await read()
            try source.checkUnchanged()
            finish(.complete)
        } catch {
            finish(error == .canceled ? .canceled : .failed(error))
        }
    }

    private func finish(_ phase: ResultsPhase) {
        let arrival = source.arrival
        index.publish { snapshot in
            snapshot.phase = phase
            snapshot.bytesThere = arrival.bytes
            if phase == .complete { snapshot.bytesRead = arrival.bytes }
        }
    }

    private func read() async throws(ResultsError) {
        try await wait { $0.bytes >= Self.enoughToSee }
        let head = try head(of: source)
        if PackedMark.isFound(in: head) {
            try await unpack()
        } else {
            try await decode(source, from: nil)
        }
    }

    /// Unpacks a compressed file once it is complete: a zip archive's directory is at its end.
    private func unpack() async throws(ResultsError) {
        try await wait { _ in false }
        let (unpacking, packing) = try Unpacking.begin(
            source.file, in: index.folder, limits: index.options.unpacking)
        index.publish { $0.packing = packing }
        fillHead(of: unpacking)
        try await decode(unpacking.output, from: unpacking)
    }

    /// Reads a text; one that is not in UTF-8 is converted once it is complete.
    private func decode(_ supply: ByteSupply, from conversion: (any Conversion)?) async throws(ResultsError) {
        guard let encoding = ByteOrderMark(try head(of: supply)) else { return try await read(supply, from: conversion) }
        if conversion == nil { try await wait { _ in false } }
        let transcoding = try Transcoding(supply, from: conversion, encoding: encoding, in: index.folder)
        fillHead(of: transcoding)
        try await read(transcoding.output, from: transcoding)
    }

    private func fillHead(of conversion: any Conversion) {
        let output = conversion.output
        while output.arrival.bytes < Int64(ContentSniffer.headLength), !output.arrival.isComplete { conversion.step() }
    }

    private func read(_ supply: ByteSupply, from conversion: (any Conversion)?) async throws(ResultsError) {
        let arrival = supply.arrival
        let head = try head(of: supply)
        let isWhole = arrival.isComplete && head.count == arrival.bytes
        let layout = ContentSniffer(head: head, isWhole: isWhole, hint: index.options.formatHint).layout()
        index.setRows(.init(file: supply.file, format: layout.format, lineEnd: layout.lineEnd))
        index.publish { $0.shape = layout.shape }
        if let splitter = layout.splitter {
            let indexing = Indexing(index, supply: supply, conversion: conversion, layout: layout, splitter: splitter)
            try await read(indexing)
        } else {
            try await readWithoutRows(supply, conversion)
        }
    }

    private func read(_ indexing: consuming Indexing) async throws(ResultsError) {
        var indexing = indexing
        while true {
            if Task.isCancelled { throw .canceled }
            let seen = source.signal.version
            index.noteArrival(source.arrival)
            switch try await indexing.step() {
            case .more: await Task.yield()
            case .starved: await source.signal.wait(past: seen)
            case .complete: return
            }
        }
    }

    /// Waits for the end of a text without rows, or converts it to the end, so that it can be shown.
    private func readWithoutRows(_ supply: ByteSupply, _ conversion: (any Conversion)?) async throws(ResultsError) {
        guard let conversion else { return try await wait { _ in false } }
        while !supply.arrival.isComplete {
            if Task.isCancelled { throw .canceled }
            conversion.step()
            index.publish { snapshot in
                snapshot.phase = .indexing
                snapshot.bytesRead = conversion.bytesRead
            }
            await Task.yield()
        }
        if let failure = conversion.failure { throw failure }
    }

    private func head(of supply: ByteSupply) throws(ResultsError) -> [UInt8] {
        let count = min(Int64(ContentSniffer.headLength), supply.arrival.bytes)
        return try supply.file.bytes(at: 0, count: Int(count))
    }

    /// Waits until enough bytes have arrived, or the file is complete.
    private func wait(until isEnough: (ByteSupply.Arrival) -> Bool) async throws(ResultsError) {
        while true {
            if Task.isCancelled { throw .canceled }
            let seen = source.signal.version
            let arrival = source.arrival
            index.noteArrival(arrival)
            if arrival.isComplete || isEnough(arrival) { return }
            await source.signal.wait(past: seen)
        }
    }
}
