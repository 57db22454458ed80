import FoundationEssentials

/// A complete answer of a server, and its meaning.
struct ServerAnswer {
    let head: HTTPResponseHead
    let body: [UInt8]

    /// The time of the answer by the server's clock.
    var serverTime: Date? { head.header("date").flatMap(HTTPDate.date) }

    /// The value that a call requested.
    ///
    /// A success status that the endpoint does not list is accepted if the body is valid, since newer servers may use another
    /// status.
    /// - Parameters:
    ///   - missing: the subject of a 404.
    ///   - memory: what is known from earlier answers.
    func value<Answer>(
        of endpoint: Endpoint<Answer>, missing: Subject, memory: AnswerMemory?
    ) throws(IntunedError) -> Answer {
        guard (200..<300).contains(head.status) else { throw error(missing: missing) }
        do throws(Misunderstanding) {
            return try decoded(Answer.self, of: endpoint.target, memory)
        } catch {
            throw .notUnderstood(endpoint.success.contains(head.status) ? error : .unexpectedStatus(head.status))
        }
    }

    private func error(missing: Subject) -> IntunedError {
        switch head.status {
        case 300..<400 where head.isRedirect: .redirected(status: head.status, toHost: redirectHost)
        case 401: .unauthorized(complaint)
        case 403: .forbidden(complaint)
        // The API never returns a web page: another server answered, and its 404 says nothing about the subject.
        case 404 where page != nil: .notUnderstood(.html(status: 404, title: page?.title))
        case 404: .notFound(missing, complaint)
        case 429: .rateLimited(retryAfter: retryAfter, complaint)
        case 400..<500: .refused(status: head.status, complaint)
        case 500..<600: .server(status: head.status, complaint)
        default: .notUnderstood(.unexpectedStatus(head.status))
        }
    }

    private func decoded<Answer: Decodable & Sendable>(
        _ type: Answer.Type, of target: String, _ memory: AnswerMemory?
    ) throws(Misunderstanding) -> Answer {
        guard let start = body.first(where: { !$0.isJSONSpace }) else { throw .empty }
        if let page { throw .html(status: head.status, title: page.title) }
        if let value = memory?.value(of: body, to: target, as: type) { return value }
        let text = AnswerText(body)
        do {
            let value = try JSONDecoder().decode(type, from: Data(text.bytes))
            memory?.keep(value, of: body, to: target)
            return value
        } catch {
            let problem = ShapeProblem(error)
            guard case .dataCorrupted(let context)? = error as? DecodingError, context.codingPath.isEmpty else {
                throw .unexpectedShape(problem)
            }
            let isBegun = start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
            throw isBegun && text.breaksOff ? .truncated(bytes: body.count) : .notJSON(start: Self.start(of: body))
        }
    }

    private var complaint: Complaint? {
        if let page { return page.title.map { Complaint(message: $0) } }
        let complaint = try? JSONDecoder().decode(Complaint.self, from: Data(AnswerText(body).bytes))
        return complaint == Complaint() ? nil : complaint
    }

    private var page: HTMLPage? { HTMLPage(contentType: head.header("content-type"), body: body) }

    private var redirectHost: String? {
        head.header("location").flatMap { URLComponents(string: $0) }?.host
    }

    /// The wait in seconds, also if given as a date: by the server's own clock, and at most a day.
    private var retryAfter: Double? {
        guard let text = head.header("retry-after") else { return nil }
        let seconds = text.allSatisfy(\.isWholeNumber) ? Double(text) : nil
        let wait = seconds ?? HTTPDate.date(text).flatMap { date in serverTime.map { date.timeIntervalSince($0) } }
        return wait.map { min(max($0, 0), 86_400) }
    }

    private static func start(of body: [UInt8]) -> String {
        let text = String(decoding: body.prefix(1000), as: UTF8.self)
        let words = text.split { $0.isWhitespace }.map { word in
            String(
                String.UnicodeScalarView(
                    word.unicodeScalars.filter { ![.control, .format].contains($0.properties.generalCategory) }))
        }
        return String(words.joined(separator: " ").prefix(60))
    }
}
