/// Turns a file into another one in which the rows lie, bit by bit.
protocol Conversion: AnyObject {
    /// Where the converted bytes arrive.
    var output: ByteSupply { get }
    /// Bytes of the file on disk read so far.
    var bytesRead: Int64 { get }
    /// Why it ended before the end.
    var failure: ResultsError? { get }

    /// Converts about a mebibyte more, and ends the output behind the last one.
    func step()
}
