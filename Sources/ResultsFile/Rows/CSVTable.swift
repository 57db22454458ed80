/// The columns of a csv file, which name the members of its records' objects.
struct CSVTable: Equatable, Sendable {
    let columns: [String]
    let separator: UInt8
    /// The columns as JSON names with their colons, made once for all records.
    private let names: [[UInt8]]
    /// The number of the first field after the last column, larger than that of any column named by number.
    private let firstNumberBehind: Int

    /// - Parameter columns: the fields of the header; an empty one is numbered, and a repeated name gets a number appended, so
    ///   that no field is lost.
    init(columns: [String], separator: UInt8) {
        self.columns = Self.distinct(columns)
        self.separator = separator
        names = self.columns.map(Self.name)
        let numbers = self.columns.compactMap { $0.hasPrefix("column ") ? Int($0.dropFirst(7)) : nil }
        firstNumberBehind = max(columns.count, numbers.filter { $0 < 1_000_000_000 }.max() ?? 0) + 1
    }

    /// A record as a JSON object; fields after the last column are numbered, missing ones left out.
    ///
    /// A record with more fields than the reader takes fails early: its JSON would have twenty times the bytes.
    func json(_ record: UnsafeRawBufferPointer) throws(RowFault) -> [UInt8] {
        var record = CSVRecord(record, separator: separator)
        var output: [UInt8] = []
        var field: [UInt8] = []
        var index = 0
        while record.next(into: &field) {
            guard index < JSONReader.mostValues else { throw .tooManyValues }
            output.append(index == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
            output += index < names.count ? names[index] : Self.name("column \(firstNumberBehind + index - names.count)")
            output.append(UInt8(ascii: "\""))
            for byte in field { JSONText.append(escaped: byte, to: &output) }
            output.append(UInt8(ascii: "\""))
            index += 1
        }
        output.append(UInt8(ascii: "}"))
        return output
    }

    /// Unique names: `title`, `title`, `` become `title`, `title 2`, `column 3`.
    private static func distinct(_ headings: [String]) -> [String] {
        var taken = Set(headings)
        var seen: [String: Int] = [:]
        return headings.enumerated().map { index, heading in
            let occurrence = seen[heading, default: 0] + 1
            seen[heading] = occurrence
            guard heading.isEmpty || occurrence > 1 else { return heading }
            let base = heading.isEmpty ? "column" : heading
            var number = heading.isEmpty ? index + 1 : occurrence
            while !taken.insert("\(base) \(number)").inserted { number += 1 }
            if !heading.isEmpty { seen[heading] = number }
            return "\(base) \(number)"
        }
    }

    private static func name(_ column: String) -> [UInt8] {
        var name: [UInt8] = []
        JSONText.append(quoted: column, to: &name)
        return name + [UInt8(ascii: ":")]
    }
}
