/// The conversion of a row's bytes to JSON text.
enum RowFormat: Equatable, Sendable {
    /// The row is JSON.
    case json
    /// A csv record becomes an object with the columns as names.
    case csv(CSVTable)

    /// The row without surrounding white space; a csv record loses only the carriage return of its line.
    func trimmed(_ row: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var range = 0..<row.count
        switch self {
        case .json:
            while let last = range.last, ContentSniffer.isSpace(row[last]) { range = range.lowerBound..<last }
            while let first = range.first, ContentSniffer.isSpace(row[first]) { range = (first + 1)..<range.upperBound }
        case .csv:
            if let last = range.last, row[last] == 0x0D { range = 0..<last }
        }
        return UnsafeRawBufferPointer(rebasing: row[range])
    }

    /// Reads a trimmed row, followed by the reader's padding, and passes its values on.
    func read<Value>(
        _ row: UnsafeRawBufferPointer, with reader: JSONReader, _ body: (JSONNodes) -> Value
    ) throws(RowFault) -> Value {
        switch self {
        case .json: return try reader.read(row, body)
        case .csv(let table):
            var text = try table.json(row)
            let count = text.count
            text.append(contentsOf: repeatElement(0, count: JSONReader.padding))
            return try text.withUnsafeBufferPointer { bytes throws(RowFault) in
                try reader.read(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<count])), body)
            }
        }
    }
}
