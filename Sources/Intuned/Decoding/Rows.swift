/// A list: the elements that can be read, and what is wrong with the others.
///
/// Every list of the contract is read through it. `null` is an empty list: servers in Go write a list so that holds nothing (encoding/json, "nil slice").
struct Rows<Value: Decodable & Sendable>: Decodable {
    /// The elements that can be read, in the platform's order.
    let values: [Value]
    /// The rows that cannot be read, with their places.
    let badRows: [BadRow]

    init(from decoder: any Decoder) throws {
        let isNull = (try? decoder.singleValueContainer())?.decodeNil() == true
        let rows = isNull ? [] : try [Row<Value>](from: decoder)
        values = rows.compactMap(\.value)
        badRows = rows.enumerated().compactMap { index, row in
            switch row {
            case .good: nil
            case .bad(let id, let problem): BadRow(index: index, id: id, problem: problem)
            }
        }
    }
}
