/// The store of results files: an origin separate from the API, which rejects headers meant for the API.
extension Exchange.State {
    mutating func answerStore(_ request: Request, at moment: Moment) -> Response {
        let faults = faults.take(.store)
        var response = admitted(request, faults: faults, at: moment)
        for fault in faults { fault.apply(to: &response, of: .store, target: request.target, at: moment) }
        return response
    }

    private mutating func admitted(_ request: Request, faults: [FaultKind], at moment: Moment) -> Response {
        guard request.method == "GET" || request.method == "HEAD" else {
            return .storeError(405, code: "MethodNotAllowed", message: "Only GET and HEAD.")
        }
        if let name = request.headers.map({ $0.name.lowercased() }).first(where: Exchange.State.betraysTheClient) {
            return .storeError(403, code: "InvalidRequest", message: "The header \(name) must not be sent to the store.")
        }
        guard let path = request.path, path.count > 1, path[0] == SignedURL.bucket else {
            return .storeError(404, code: "NoSuchBucket", message: "The specified bucket does not exist.")
        }
        let key = path.dropFirst().joined(separator: "/")
        let verdict = SignedURL(dice: platform.dice.fork(3)).verdict(on: request.query, key: key, at: moment)
        switch faults.contains(.expired) ? .expired : verdict {
        case .wrong: return .storeError(403, code: "SignatureDoesNotMatch", message: "The request signature does not match.")
        case .expired: return .storeError(403, code: "AccessDenied", message: "Request has expired")
        case .good: break
        }
        let runID = path.last?.prefix { $0 != "." } ?? ""
        guard let (job, run) = platform.run(String(runID)), run.hasResults else {
            return .storeError(404, code: "NoSuchKey", message: "The specified key does not exist.")
        }
        let file = ResultsFile(job: job, run: run, identity: platform.identity)
        guard file.key == key else { return .storeError(404, code: "NoSuchKey", message: "The specified key does not exist.") }
        return serve(file, request, faults: faults)
    }

    /// Whether a header belongs only to the API: credentials, and names of its client.
    private static func betraysTheClient(_ name: String) -> Bool {
        ["x-api-key", "authorization", "cookie", "referer"].contains(name) || name.hasPrefix("x-intuned")
    }

    private mutating func serve(_ file: ResultsFile, _ request: Request, faults: [FaultKind]) -> Response {
        let hasChanged = faults.contains(.changed)
        let etag = hasChanged ? "\"changed-\(file.etag.dropFirst())" : file.etag
        let isPacked = faults.contains(.gzip)
        let plain = hasChanged ? file.content.reversed : file.content
        let content = isPacked ? .bytes(Archive.gzip(plain.whole)) : plain
        let size = isPacked ? content.size : sizes.size(of: file)
        let takesRanges = !faults.contains(.noRange)
        var response = Response(
            status: 200, headers: [("Content-Type", file.run.results.contentType), ("ETag", etag)],
            body: .parts(content, 0..<size))
        // An object is compressed as a whole, and ranges refer to the compressed form (RFC 9110, section 14.1.2).
        if isPacked { response.set("Content-Encoding", "gzip") }
        if let end = file.run.endedAt { response.set("Last-Modified", end.httpDate) }
        guard takesRanges else { return response }
        response.set("Accept-Ranges", "bytes")
        if let condition = request.header("if-range"), condition != etag { return response }
        switch request.header("range").map({ ByteRange($0, size: size) }) {
        case .part(let range)?:
            response.status = 206
            response.body = .parts(content, range)
            response.set("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)")
        case .unsatisfiable?:
            response = .storeError(416, code: "InvalidRange", message: "The requested range is not satisfiable")
            response.set("Content-Range", "bytes */\(size)")
        case .ignored?, nil: break
        }
        return response
    }
}
