/// The simulator's own calls, outside the API: they set faults and list requests.
extension Exchange.State {
    /// `PUT /simulator/faults` takes one fault per line, none to clear them; `GET /simulator/requests` lists the requests.
    mutating func answerAdministration(_ request: Request) -> Response {
        guard request.origin == .api else { return .storeError(404, code: "NoSuchBucket", message: "Not found.") }
        switch (request.method, request.target) {
        case ("PUT", "/simulator/faults"):
            do {
                let lines = String(decoding: request.body, as: UTF8.self).split(whereSeparator: \.isNewline)
                faults = FaultTable(try lines.map { line throws(FaultSyntaxError) in try Fault(String(line)) })
                return .json(["faults": .int(lines.count)])
            } catch {
                return .json(["message": .string("\(error)")], status: 400)
            }
        case ("GET", "/simulator/requests"): return .json(log.json)
        default: return .json(["message": "Only PUT /simulator/faults and GET /simulator/requests."], status: 404)
        }
    }
}
