/// The content of a file and how to find its rows.
struct RowLayout: Equatable {
    var shape: ResultsShape
    /// The offset of the first row.
    var start: Int64
    /// The number of the line where the first row starts, from 1.
    var line = 1
    var format = RowFormat.json
    /// The byte at which its lines end.
    var lineEnd = LineEnd.feed
    /// What was changed in the headings of a csv file.
    var headings = CSVHeadings()

    /// The splitter that finds the rows; nil if the file has no rows.
    var splitter: RowSplitter? {
        switch shape {
        case .jsonLines: .lines(LineSplitter(start: start, lineEnd: lineEnd))
        case .jsonArray(let name):
            .values(ValueSplitter(start: start, line: line, isArray: true, isWrapped: name != nil, lineEnd: lineEnd))
        case .jsonValues: .values(ValueSplitter(start: start, line: line, isArray: false, lineEnd: lineEnd))
        case .csv(let separator):
            .records(RecordSplitter(start: start, line: line, separator: separator, lineEnd: lineEnd))
        case .text, .binary, .empty: nil
        }
    }
}
