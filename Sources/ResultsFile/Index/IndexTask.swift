/// The life of an index: wait for bytes, look at them, unpack them, read them.
struct IndexTask {
    let index: ResultsIndex
    let source: ByteSupply

    /// Enough bytes to see what a file is; a shorter one is looked at when it is complete.
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
        if ContentSniffer.isGzip(head) || ContentSniffer.isZip(head) {
            try await unpack()
        } else {
            try await read(source, unpacking: nil)
        }
    }

    /// A packed file is unpacked once it is complete: a zip archive's directory is at its end.
    private func unpack() async throws(ResultsError) {
        try await wait { _ in false }
        let (unpacking, supply, packing) = try Unpacking.begin(
            source.file, in: index.folder, limits: index.options.unpacking)
        index.publish { $0.packing = packing }
        while supply.arrival.bytes < Int64(ContentSniffer.headLength), !supply.arrival.isComplete { unpacking.step() }
        try await read(supply, unpacking: unpacking)
    }

    private func read(_ supply: ByteSupply, unpacking: Unpacking?) async throws(ResultsError) {
        let arrival = supply.arrival
        let head = try head(of: supply)
        let isWhole = arrival.isComplete && head.count == arrival.bytes
        let layout = ContentSniffer(head: head, isWhole: isWhole, hint: index.options.formatHint).layout()
        index.setRows(.init(file: supply.file, format: layout.format, lineEnd: layout.lineEnd))
        index.publish { $0.shape = layout.shape }
        if let splitter = layout.splitter {
            let indexing = Indexing(index, supply: supply, unpacking: unpacking, layout: layout, splitter: splitter)
            try await read(indexing)
        } else {
            try await readWithoutRows(supply, unpacking)
        }
    }

    private func read(_ indexing: consuming Indexing) async throws(ResultsError) {
        var indexing = indexing
        while true {
            if Task.isCancelled { throw .canceled }
            let seen = source.signal.version
            index.noteArrival(source.arrival)
            switch try indexing.step() {
            case .more: await Task.yield()
            case .starved: await source.signal.wait(past: seen)
            case .complete: return
            }
        }
    }

    /// A text without rows is waited for, or unpacked, to its end, so that it can be looked at.
    private func readWithoutRows(_ supply: ByteSupply, _ unpacking: Unpacking?) async throws(ResultsError) {
        guard let unpacking else { return try await wait { _ in false } }
        while !supply.arrival.isComplete {
            if Task.isCancelled { throw .canceled }
            unpacking.step()
            index.publish { snapshot in
                snapshot.phase = .indexing
                snapshot.bytesRead = unpacking.packedBytesRead
            }
            await Task.yield()
        }
        if let failure = unpacking.failure { throw failure }
    }

    private func head(of supply: ByteSupply) throws(ResultsError) -> [UInt8] {
        let count = min(Int64(ContentSniffer.headLength), supply.arrival.bytes)
        return try supply.file.bytes(at: 0, count: Int(count))
    }

    /// Waits until enough has arrived, or everything.
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
