/// What a file is and how its rows are found.
struct RowLayout: Equatable {
    var shape: ResultsShape
    /// The offset of the first row.
    var start: Int64
    /// The number of the line that it starts in, from 1.
    var line = 1
    var format = RowFormat.json

    /// Finds the rows; nil when there are none to be found.
    var splitter: RowSplitter? {
        switch shape {
        case .jsonLines: .lines(LineSplitter(start: start))
        case .jsonArray: .values(ValueSplitter(start: start, line: line, isArray: true))
        case .jsonValues: .values(ValueSplitter(start: start, line: line, isArray: false))
        case .csv(let separator): .records(RecordSplitter(start: start, line: line, separator: separator))
        case .text, .binary, .empty: nil
        }
    }
}
