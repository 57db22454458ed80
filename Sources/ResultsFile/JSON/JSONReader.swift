import CSimdjson

/// Why a row cannot be read as an item; the raw values are those of the index file.
package enum RowFault: UInt8, Error, Hashable, Sendable, CaseIterable {
    /// Not a JSON value: a syntax error, a premature end, or text after the value.
    case notJSON = 1
    /// Longer than ``ResultsOptions/longestRow``.
    case tooLong
    /// Nested deeper than 100,000 levels.
    case tooDeep
    /// More than four million values in one row.
    case tooManyValues
    /// The bytes could not be read again, for example because the file was truncated.
    case unreadable
}

/// A parser that reads one JSON text after another and gives access to its values.
///
/// It uses simdjson (ondemand), which reads every line completely at the speed of the disk, keeps the order of members and the
/// text of numbers, and needs no recursion.
final class JSONReader {
    /// Bytes that must be readable after a text.
    static let padding = json_tape_padding()
    static let deepest = 100_000
    static let mostValues = 4 << 20

    private let tape: OpaquePointer?

    init() { tape = json_tape_new() }

    deinit { json_tape_free(tape) }

    /// Reads a text that is followed by ``padding`` readable bytes, and passes its values to `body`.
    ///
    /// Bytes that are not UTF-8 become U+FFFD.
    func read<Value>(_ text: UnsafeRawBufferPointer, _ body: (JSONNodes) -> Value) throws(RowFault) -> Value {
        guard let bytes = text.bindMemory(to: UInt8.self).baseAddress, !text.isEmpty else { throw .notJSON }
        let verdict = scan(bytes, text.count)
        if verdict == JSON_TAPE_READ { return body(nodes(over: bytes)) }
        guard verdict == JSON_TAPE_NOT_UTF8 else { throw Self.fault(verdict) }
        var repaired = Array(String(decoding: text, as: UTF8.self).utf8)
        let count = repaired.count
        repaired.append(contentsOf: repeatElement(0, count: Self.padding))
        return try repaired.withUnsafeBufferPointer { repaired throws(RowFault) in
            guard let bytes = repaired.baseAddress else { throw .notJSON }
            let verdict = scan(bytes, count)
            guard verdict == JSON_TAPE_READ else { throw Self.fault(verdict) }
            return body(nodes(over: bytes))
        }
    }

    private func scan(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> json_tape_verdict {
        guard let tape else { return JSON_TAPE_TOO_LARGE }
        return bytes.withMemoryRebound(to: CChar.self, capacity: count) {
            json_tape_read(tape, $0, count, Self.deepest, Self.mostValues)
        }
    }

    private func nodes(over bytes: UnsafePointer<UInt8>) -> JSONNodes {
        JSONNodes(bytes: bytes, nodes: UnsafeBufferPointer(start: json_tape_nodes(tape), count: json_tape_count(tape)))
    }

    private static func fault(_ verdict: json_tape_verdict) -> RowFault {
        switch verdict {
        case JSON_TAPE_TOO_DEEP: .tooDeep
        case JSON_TAPE_TOO_LARGE: .tooManyValues
        default: .notJSON
        }
    }
}
