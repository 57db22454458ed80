extension FaultKind {
    /// Applies the fault to the answer for a request with that target.
    func apply(to response: inout Response, of call: Call, target: String, at moment: Moment) {
        switch self {
        case .unauthorized: refuse(&response, .unauthorized, call, at: moment)
        case .forbidden:
            refuse(&response, .forbidden("The plan of this workspace does not include API access."), call, at: moment)
        case .notFound: refuse(&response, .notFound("Not found."), call, at: moment)
        case .rateLimited(let wait):
            refuse(&response, .rateLimited, call, at: moment)
            switch wait {
            case .notSaid: break
            case .seconds(let seconds): response.set("Retry-After", String(seconds))
            case .date(let seconds): response.set("Retry-After", (moment + .seconds(seconds)).httpDate)
            }
        case .serverError: refuse(&response, .internalError, call, at: moment)
        case .unavailable(let status): refuse(&response, .unavailable(status: status), call, at: moment)
        case .coded(let status, let code): refuse(&response, .coded(status: status, code: code), call, at: moment)
        case .badGateway:
            let page =
                "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n"
            response = Response(status: 502, headers: [("Content-Type", "text/html")], body: .bytes(Array(page.utf8)))
        case .redirect(let address, let status):
            response = Response(status: status, body: .bytes(Array("Moved.".utf8)))
            response.set("Location", address ?? target)
        case .notModified: response = Response(status: 304, body: .bytes([]))
        case .hang: response.misbehaviour = .hang
        case .reset, .lost: response.misbehaviour = .reset
        case .endlessHeaders: response.misbehaviour = .endlessHeaders
        case .cut(let bytes): response.cut = bytes
        case .wrongLength(let bytes): response.lengthError = bytes
        case .slow(let bytes): response.bytesPerTick = bytes
        case .delay(let seconds): response.delay = .milliseconds(Int64(seconds * 1000))
        case .skew(let seconds): response.skew = seconds
        case .truncated, .invalidJSON, .wrongRoot, .empty, .gzip, .endless, .big, .bomb: spoil(&response, of: call)
        case .expired, .noRange, .changed: break  // Already part of the answer.
        }
    }

    private func refuse(_ response: inout Response, _ refusal: Refusal, _ call: Call, at moment: Moment) {
        if call == .store {
            response = .storeError(refusal.status, code: refusal.storeCode, message: "Status \(refusal.status) on request.")
        } else {
            response = .json(refusal.json(Dice(UInt64(moment.milliseconds))), status: refusal.status)
        }
    }

    private func spoil(_ response: inout Response, of call: Call) {
        switch self {
        case .truncated:
            let whole = response.wholeBody
            response.body = .bytes(Array(whole.prefix(whole.count / 2)))
        case .invalidJSON:
            // A bare word in place of a value.
            response.body = .bytes(Array("{\"jobRun\": undefined, ".utf8) + response.wholeBody.dropFirst())
        case .wrongRoot: response.body = .bytes(Array((call == .jobs ? "{\"jobs\":[]}" : "[1,2,3]").utf8))
        case .empty: response.body = .bytes([])
        case .gzip where call != .store:
            response.body = .bytes(Archive.gzip(response.wholeBody))
            response.set("Content-Encoding", "gzip")
        case .endless: response.body = .repeated(Array("[[[[[[[[ \"without end\", ".utf8), length: nil)
        case .big: response.body = .repeated(Array("{\"filler\":\"0123456789\"},".utf8), length: 100_000_000)
        case .bomb:
            response.body = .repeated(Archive.bomb.period, length: nil, after: Archive.bomb.head)
            response.set("Content-Encoding", "gzip")
        case .unauthorized, .forbidden, .notFound, .rateLimited, .serverError, .badGateway, .unavailable, .hang, .reset, .lost,
            .cut,
            .wrongLength, .slow, .delay, .expired, .noRange, .changed, .redirect, .endlessHeaders, .skew,
            .notModified, .coded, .gzip:
            break
        }
    }
}
