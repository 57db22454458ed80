/// Reads rows of a block; two of them read at the same time.
actor BlockReader {
    /// What was read of lines that follow one another: several rows where JSON values share a line.
    struct Part {
        var rows: [ReadRow] = []
        /// The lines that hold nothing.
        var blankLines = 0
    }

    private let format: RowFormat
    private let longestRow: Int64
    private let reader = JSONReader()

    init(_ format: RowFormat, longestRow: Int64) {
        self.format = format
        self.longestRow = longestRow
    }

    /// Reads rows of a block, in their order.
    func read(_ spans: ArraySlice<RowSpan>, in block: Block) -> Part {
        var part = Part()
        part.rows.reserveCapacity(spans.count)
        block.withBytes { bytes in
            for span in spans { read(span, block.row(span, in: bytes), into: &part) }
        }
        return part
    }

    /// - Parameter bytes: the row, followed by the reader's padding; nil if it is too long to be held.
    private func read(_ span: RowSpan, _ bytes: UnsafeRawBufferPointer?, into part: inout Part) {
        guard let bytes, span.length <= longestRow else { return part.rows.append(ReadRow(span, .tooLong)) }
        var span = span
        let row = format.trimmed(bytes)
        guard let rowStart = row.baseAddress, let start = bytes.baseAddress, !row.isEmpty else {
            part.blankLines += 1
            return
        }
        span.start += Int64(rowStart - start)
        span.end = span.start + Int64(row.count)
        do throws(RowFault) {
            part.rows.append(try format.read(row, with: reader) { ReadRow(span, $0) })
        } catch {
            guard format == .json, error == .notJSON,
                let values = SharedLine.values(in: row, at: span.start, line: span.line, with: reader)
            else { return part.rows.append(ReadRow(span, error)) }
            for value in values {
                let text = row[Int(value.start - span.start)..<Int(value.end - span.start)]
                read(value, UnsafeRawBufferPointer(rebasing: text), into: &part)
            }
        }
    }
}
