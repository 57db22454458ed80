/// Where one row lies in the file.
struct RowSpan: Equatable {
    /// File offsets of the row's first byte and of the one behind its last, without the line's end.
    var start: Int64
    var end: Int64
    /// The number of the line that it starts in, from 1.
    var line: Int

    var length: Int64 { end - start }
}
