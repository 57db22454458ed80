/// The columns of a csv file, by which its records are objects.
struct CSVTable: Equatable, Sendable {
    let columns: [String]
    let separator: UInt8
    /// The columns as JSON names with their colons, made once for all records.
    private let names: [[UInt8]]

    /// - Parameter columns: the fields of the header; one without a name is numbered, so that no field is lost.
    init(columns: [String], separator: UInt8) {
        self.columns = columns.enumerated().map { $1.isEmpty ? "column \($0 + 1)" : $1 }
        self.separator = separator
        names = self.columns.map(Self.name)
    }

    /// A record as a JSON object; fields beyond the columns are numbered, missing ones left out.
    ///
    /// One with more fields than the reader takes is not written out first: it would have twenty times the bytes.
    func json(_ record: UnsafeRawBufferPointer) throws(RowFault) -> [UInt8] {
        var record = CSVRecord(record, separator: separator)
        var output: [UInt8] = []
        var field: [UInt8] = []
        var index = 0
        while record.next(into: &field) {
            guard index < JSONReader.mostValues else { throw .tooManyValues }
            output.append(index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
            output += index < names.count ? names[index] : Self.name("column \(index + 1)")
            output.append(UInt8(ascii: "\""))
            for byte in field { JSONText.append(escaped: byte, to: &output) }
            output.append(UInt8(ascii: "\""))
            index += 1
        }
        output.append(UInt8(ascii: "}"))
        return output
    }

    private static func name(_ column: String) -> [UInt8] {
        var name: [UInt8] = []
        JSONText.append(quoted: column, to: &name)
        return name + [UInt8(ascii: ":")]
    }
}
