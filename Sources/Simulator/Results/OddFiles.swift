/// Results files that are not lines of items.
extension ResultsFile {
    /// RFC 4180, with a header, and with quotes, commas, line ends and formulas in its cells.
    var csv: PartedBytes {
        let records = records
        return PartedBytes(count: records.count + 1) { place in
            let cells: [String]
            if place == 0 {
                cells = ["name", "runId", "status", "parameters", "message", "note"]
            } else {
                let record = records[place - 1]
                let failure = record.outcome.failure
                let note = place % 5 == 0 ? "=HYPERLINK(\"http://evil.example/\")" : "first line\nsecond, \"quoted\" line"
                cells = [
                    record.apiName, record.runID, failure == nil ? "completed" : "failed",
                    String(decoding: record.parameters.bytes, as: UTF8.self), failure?.message(record.run.dice.fork(place)) ?? "",
                    note,
                ]
            }
            return Array((cells.map(ResultsFile.quoted).joined(separator: ",") + "\r\n").utf8)
        }
    }

    /// 40 KiB of meaningless bytes.
    var binary: PartedBytes {
        var dice = run.dice.fork(-9)
        return .bytes((0..<40_960).map { _ in UInt8(truncatingIfNeeded: dice.next()) })
    }

    /// A file in which every sixth line is slightly longer than the limit of 2 MiB for a result.
    var longLines: PartedBytes {
        let html = "\"" + String(repeating: "<li class='row'>0123456789</li>", count: 72_000) + "\""
        return PartedBytes(count: run.finished) { [job, run, identity] place in
            let line = ItemRecord(job: job, run: run, index: place).line(of: identity)
            let long = place % 6 == 0 ? line.overlaid(with: [("page", .raw(html))]) : line
            return long.bytes + [UInt8(ascii: "\n")]
        }
    }

    /// A file in which every third line is broken, each in another way.
    var brokenLines: PartedBytes {
        PartedBytes(count: run.finished) { [job, run, identity] place in
            let good = ItemRecord(job: job, run: run, index: place).line(of: identity).bytes
            let end = [UInt8(ascii: "\n")]
            guard place % 3 == 1 else { return good + end }
            switch place / 3 % 6 {
            case 0: return good.dropLast(40) + end
            case 1: return Array("not json at all".utf8) + end
            case 2: return end
            case 3: return [0xFF, 0xFE, 0x00, 0x80] + end
            case 4: return Array("[1,2,3]".utf8) + [UInt8(ascii: "\r")] + end
            default: return good + good + end
            }
        }
    }

    /// Lines of exactly 1 KiB that differ only in a number, so that any size is available at once.
    func large(_ gibibytes: Int) -> PartedBytes {
        let record = ItemRecord(job: job, run: run, index: 0)
        let head = Array("{\"apiInfo\":{\"name\":\"\(record.apiName)\",\"parameters\":{\"page\":".utf8)
        let tail = Array(
            """
            },"runId":"\(record.runID)","result":{"output":{"text":"
            """.utf8)
        let close = Array(
            """
            "},"extendedPayloads":[]},"started_at":"\(run.startedAt.iso)","ended_at":"\(run.updatedAt.iso)","error":null,"reason":null}}

            """.utf8)
        let digits = 10
        let filler = [UInt8](repeating: UInt8(ascii: "x"), count: 1024 - head.count - digits - tail.count - close.count)
        return PartedBytes(count: gibibytes << 20, partSize: 1024) { place in
            // The first digit is 1, so that the number keeps its length without leading zeros, which JSON does not allow.
            head + Array(String(1_000_000_000 + place).utf8) + tail + filler + close
        }
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
