/// What was asked of the simulator, without any value of a header.
package struct RequestRecord: Sendable, Equatable {
    /// Which origin was asked.
    package var origin: Origin
    /// The HTTP method.
    package var method: String
    /// Path and query as they were sent.
    package var target: String
    /// The names of the headers, in lower case, in their order.
    package var headerNames: [String]
}

/// The last thousand requests.
struct RequestLog: Sendable {
    private(set) var records: [RequestRecord] = []

    mutating func add(_ request: Request) {
        if records.count >= 1000 { records.removeFirst(100) }
        let names = request.headers.map { $0.name.lowercased() }
        records.append(
            RequestRecord(origin: request.origin, method: request.method, target: request.target, headerNames: names))
    }

    var json: JSON {
        .array(
            records.map { record in
                [
                    "origin": .string(record.origin.rawValue), "method": .string(record.method), "target": .string(record.target),
                    "headers": .array(record.headerNames.map(JSON.string)),
                ]
            })
    }
}
