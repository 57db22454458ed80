/// The results file of a run that has ended.
struct ResultsFile: Sendable {
    let job: Job
    let run: Run
    let identity: Identity

    /// The key of the file in the store.
    var key: String {
        "job-run-results/\(identity.projectID)/\(run.id).\(run.results.format)"
    }

    /// The entity tag, which changes with the file (RFC 9110, 8.8.3).
    var etag: String {
        var dice = run.dice.fork(run.finished).fork(-8)
        return "\"\(dice.hex(32))\""
    }

    /// The content of the file.
    var content: PartedBytes {
        switch run.results {
        case .items: lines { $0.line(of: $1) }
        case .olderItems: lines { $0.olderLine(of: $1) }
        case .jsonArray: jsonArray
        case .jsonObject: .bytes(JSON.object([.init(key: "items", value: .array(records.map { $0.line(of: identity) }))]).bytes)
        case .csv: csv
        case .zip:
            .bytes(
                Archive.zip([("results.jsonl", whole(lines { $0.line(of: $1) })), ("README.txt", Array("one line a run\n".utf8))])
            )
        case .gzip: .bytes(Archive.gzip(whole(lines { $0.line(of: $1) })))
        case .csvGzip: .bytes(Archive.gzip(whole(csv)))
        case .text: .bytes(Array(String(repeating: "2026-11-24 results were written by hand, no. 7\r\n", count: 40).utf8))
        case .binary: binary
        case .nothing: PartedBytes(count: 0, partSize: 0) { _ in [] }
        case .longLines: longLines
        case .brokenLines: brokenLines
        case .large(let gibibytes): large(gibibytes)
        case .misnamed(_, .csv): csv
        case .misnamed(_, .gzip): .bytes(Archive.gzip(whole(lines { $0.line(of: $1) })))
        case .misnamed(_, .items): lines { $0.line(of: $1) }
        }
    }

    /// The finished items, in the order in which they were started.
    var records: [ItemRecord] {
        indices.map { ItemRecord(job: job, run: run, index: $0) }
    }

    private var indices: [Int] {
        run.stopped.isEmpty ? Array(0..<run.begun) : (0..<run.begun).filter { !run.stopped.contains($0) }
    }

    private func whole(_ file: PartedBytes) -> [UInt8] {
        file.whole
    }

    private func lines(_ make: @Sendable @escaping (ItemRecord, Identity) -> JSON) -> PartedBytes {
        let indices = indices
        return PartedBytes(count: indices.count) { [job, run, identity] place in
            var line = make(ItemRecord(job: job, run: run, index: indices[place]), identity).bytes
            line.append(UInt8(ascii: "\n"))
            return line
        }
    }

    private var jsonArray: PartedBytes {
        let indices = indices
        return PartedBytes(count: indices.count + 2) { [job, run, identity] place in
            if place == 0 { return Array("[\n".utf8) }
            if place > indices.count { return Array("\n]\n".utf8) }
            let line = ItemRecord(job: job, run: run, index: indices[place - 1]).line(of: identity).bytes
            return (place == 1 ? [] : Array(",\n".utf8)) + line
        }
    }
}
