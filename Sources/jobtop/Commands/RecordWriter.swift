import Intuned
import TextScreen

/// Prints records of one kind, each as soon as it is known; memory does not grow with their number.
struct RecordWriter<Row>: ~Copyable {
    /// Rows that are collected to find the widths of the columns.
    private static var measured: Int { 500 }

    private let kind: RecordKind<Row>
    private let fields: [OutputField<Row>]
    private let settings: OutputSettings
    private var stream: OutputStream
    private var layout: ColumnLayout?
    private var waiting: [[Cell]] = []
    /// The number of printed records.
    private(set) var count = 0

    /// Checks `--fields`; nothing is printed yet.
    init(_ kind: RecordKind<Row>, _ settings: OutputSettings, to stream: consuming OutputStream = OutputStream())
        throws(CommandFailure)
    {
        (self.kind, self.settings) = (kind, settings)
        fields = try kind.chosen(settings)
        self.stream = stream
    }

    /// Prints one record of a list.
    mutating func write(_ row: Row) throws(CommandFailure) {
        switch settings.format {
        case .columns:
            waiting.append(cells(row))
            if layout != nil || waiting.count >= Self.measured { try printColumns() }
        case .tabs:
            if count == 0 { try printTabHeader() }
            try stream.write(fields.map { CellText.raw(value($0, row)) }.joined(separator: "\t") + "\n")
        case .document:
            try stream.write(count == 0 ? "{\(JSONLine.text(.string(kind.plural))): [\n" : ",\n")
            try stream.write(JSONLine.text(object(row)))
        case .lines: try stream.write(JSONLine.text(object(row)) + "\n")
        }
        count += 1
    }

    /// Prints what is left, and completes the document.
    ///
    /// - Parameter facts: the numbers that the kind says of the list as a whole, in its order; only a document has them.
    mutating func end(_ facts: [Int?] = []) throws(CommandFailure) {
        switch settings.format {
        case .columns:
            if count > 0 { try printColumns() }
            // Nothing at all would leave a person wondering.
            if count == 0, !settings.isQuiet { complain("jobtop: no \(kind.plural).") }
        case .tabs: if count == 0 { try printTabHeader() }
        case .document:
            try stream.write(count == 0 ? "{\(JSONLine.text(.string(kind.plural))): [" : "\n")
            let members = zip(kind.facts, facts).map { fact, value in
                ", \(JSONLine.text(.string(fact.name))): \(JSONLine.text(.count(value)))"
            }.joined()
            try stream.write("]\(members)}\n")
        case .lines: break
        }
        try stream.flush()
    }

    /// Prints one record that is all there is: for people a line for each field, in a document the object itself.
    mutating func writeOnly(_ row: Row) throws(CommandFailure) {
        switch settings.format {
        case .columns:
            let names = fields.map(\.name.count).max() ?? 0
            for (field, cell) in zip(fields, cells(row)) {
                let label = settings.isQuiet ? "" : field.name + String(repeating: " ", count: names + 2 - field.name.count)
                try stream.write(label + cell.painted(cell.text, settings) + "\n")
            }
        case .document: try stream.write(JSONLine.document(object(row)) + "\n")
        case .tabs, .lines: try write(row)
        }
        count = 1
        try stream.flush()
    }

    /// Writes what was collected, before a wait.
    mutating func flush() throws(CommandFailure) {
        if !waiting.isEmpty { try printColumns() }
        try stream.flush()
    }

    private func value(_ field: OutputField<Row>, _ row: Row) -> JSONValue {
        let value = field.value(row)
        return settings.showsSecrets ? value.revealed : value
    }

    private func object(_ row: Row) -> JSONValue {
        .object(fields.map { JSONValue.Member(name: $0.name, value: value($0, row)) })
    }

    private func cells(_ row: Row) -> [Cell] {
        fields.map { field in
            let value = value(field, row)
            let role = value == .null ? nil : field.role?(row)
            return Cell(text: CellText.readable(value, field.kind, settings), role: role ?? .normal)
        }
    }

    private mutating func printTabHeader() throws(CommandFailure) {
        if !settings.isQuiet { try stream.write(fields.map(\.name).joined(separator: "\t") + "\n") }
    }

    private mutating func printColumns() throws(CommandFailure) {
        let header = fields.map { Cell(text: $0.name, role: .strong) }
        var rows = waiting
        waiting = []
        if layout == nil, !settings.isQuiet { rows.insert(header, at: 0) }
        let layout = layout ?? ColumnLayout(rows, fields.map(\.kind), settings)
        self.layout = layout
        for row in rows { try stream.write(layout.line(row, settings) + "\n") }
    }
}
