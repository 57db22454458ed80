/// A request to the simulator, without the values of its headers.
package struct RequestRecord: Sendable, Equatable {
    /// The origin that received the request.
    package var origin: Origin
    /// The HTTP method.
    package var method: String
    /// Path and query as they were sent.
    package var target: String
    /// The names of the headers, in lower case, in the order of the request.
    package var headerNames: [String]
}

/// The last thousand requests, and the number of all.
struct RequestLog: Sendable {
    private(set) var records: [RequestRecord] = []
    private(set) var count = 0

    mutating func add(_ request: Request) {
        count += 1
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
