/// A list: its readable elements, and the problems of the others.
///
/// Every list of the contract is read with this type. `null` is an empty list: servers in Go write an empty list so
/// (encoding/json, "nil slice").
struct Rows<Value: Decodable & Sendable>: Decodable {
    /// The readable elements, in the platform's order.
    let values: [Value]
    /// The unreadable rows, with their indices.
    let badRows: [BadRow]

    init(from decoder: any Decoder) throws {
        let isNull = (try? decoder.singleValueContainer())?.decodeNil() == true
        self.init(isNull ? [] : try [Row<Value>](from: decoder))
    }

    /// Sorts rows that were read one by one.
    init(_ rows: [Row<Value>]) {
        values = rows.compactMap(\.value)
        badRows = rows.enumerated().compactMap { index, row in
            switch row {
            case .good: nil
            case .bad(let id, let problem): BadRow(index: index, id: id, problem: problem)
            }
        }
    }
}
