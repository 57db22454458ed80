/// The fields of one csv record (RFC 4180), one after another.
struct CSVRecord {
    private let bytes: UnsafeRawBufferPointer
    private let separator: UInt8
    private var offset = 0
    private var isAtEnd = false

    init(_ bytes: UnsafeRawBufferPointer, separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
    }

    /// All fields, with quotes removed and doubled quotes halved.
    static func fields(_ record: UnsafeRawBufferPointer, separator: UInt8) -> [String] {
        var record = CSVRecord(record, separator: separator)
        var field: [UInt8] = []
        var fields: [String] = []
        while record.next(into: &field) { fields.append(String(decoding: field, as: UTF8.self)) }
        return fields
    }

    /// Reads the next field; returns false after the last one.
    mutating func next(into field: inout [UInt8]) -> Bool {
        guard !isAtEnd else { return false }
        field.removeAll(keepingCapacity: true)
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { readQuoted(into: &field) }
        while offset < bytes.count, bytes[offset] != separator {
            field.append(bytes[offset])
            offset += 1
        }
        isAtEnd = offset >= bytes.count
        offset += 1
        return true
    }

    /// Reads a quoted field; text between the closing quote and the separator belongs to the field too.
    private mutating func readQuoted(into field: inout [UInt8]) {
        offset += 1
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: "\"") {
                guard offset < bytes.count, bytes[offset] == byte else { return }
                offset += 1
            }
            field.append(byte)
        }
    }
}
