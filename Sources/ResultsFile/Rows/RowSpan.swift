/// The place of one row in the file.
struct RowSpan: Equatable {
    /// File offsets of the row's first byte and after its last byte, without the line end.
    var start: Int64
    var end: Int64
    /// The number of the line where the row starts, from 1.
    var line: Int

    var length: Int64 { end - start }
}
