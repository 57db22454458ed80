/// A number, also if written as text.
struct Figure: Decodable {
    /// The number; nil if the value is a single one, but not a finite number.
    let number: Double?

    init(from decoder: any Decoder) throws {
        // Nearly all are whole, and asking for a text first would fail for each of them.
        if let whole = try? decoder.singleValueContainer().decode(Int64.self) {
            number = Double(whole)
        } else {
            number = try Scalar(from: decoder).number
        }
    }
}
