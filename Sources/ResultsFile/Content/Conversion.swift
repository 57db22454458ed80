/// Converts a file step by step into another file that contains the rows.
protocol Conversion: AnyObject {
    /// Where the converted bytes arrive.
    var output: ByteSupply { get }
    /// Bytes of the file on disk read so far.
    var bytesRead: Int64 { get }
    /// Why the conversion ended early.
    var failure: ResultsError? { get }

    /// Converts about one more mebibyte; completes the output after the last byte.
    func step()
}
