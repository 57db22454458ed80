import Dashboard
import Intuned
import Synchronization

/// One request to the store for the missing part of a results file, with the redirects that follow.
struct FetchAttempt: Sendable {
    /// How an attempt ended.
    enum Outcome {
        /// The file is complete; the value holds what the store reported about it.
        case complete(Resumption)
        /// The store refused the link with this status and code; a renewed link may work.
        case expired(Int, Open<StoreErrorCode>?)
        /// The store asks to wait, with this status and code.
        case busy(Int, Open<StoreErrorCode>?)
        /// The store refuses permanently, with this status and code.
        case refused(Int, Open<StoreErrorCode>?)
        /// A redirect with this status is not followed.
        case redirected(Int, RedirectProblem)
        /// The transfer broke; the value holds what the store had reported about the file.
        case broken(HTTPTransportError, Resumption?)
    }

    /// The meaning of an answer: the end of the attempt, or a redirect.
    private enum Step {
        case end(Outcome)
        case redirect(HTTPResponseHead)
    }

    private let file: any ReceivedFile
    private let transport: any HTTPTransport
    private let reserve: Int
    private let report: @Sendable (FetchProgress) -> Void
    private let resumption: Resumption
    private let promised: Int?
    private let request: HTTPRequest
    private let offset: Int
    private let rate: TransferRate

    /// Creates the request for the missing part of the file.
    init(
        results: RunResults, resumption: Resumption, file: any ReceivedFile, transport: any HTTPTransport, stall: Double,
        reserve: Int,
        report: @escaping @Sendable (FetchProgress) -> Void
    ) {
        (self.file, self.transport, self.reserve, self.report) = (file, transport, reserve, report)
        (self.resumption, promised, offset) = (resumption, results.bytes, file.written)
        rate = TransferRate(already: offset, total: resumption.total ?? results.bytes)
        request = HTTPRequest(
            method: "GET", url: results.signedURL.reveal(),
            headers: resumption.headers(from: offset, isNamed: results.key != nil), timeout: nil, connectTimeout: 15,
            stallTimeout: stall, acceptsCompression: false, isSigned: true)
    }

    /// Sends the request, follows the store's redirects, and appends the received bytes to the file.
    func run() async -> Outcome {
        var request = request
        var followed = 0
        while true {
            switch await send(request) {
            case .end(let outcome): return outcome
            case .redirect(let head):
                do throws(RedirectProblem) {
                    guard followed < StoreRedirect.limit else { throw .tooMany(limit: StoreRedirect.limit) }
                    followed += 1
                    request = try StoreRedirect.request(after: head, of: request)
                } catch {
                    return .redirected(head.status, error)
                }
            }
        }
    }

    private func send(_ request: HTTPRequest) async -> Step {
        let first = Mutex<HTTPResponseHead?>(nil)
        let refusal = StoreErrorBody()
        do throws(HTTPTransportError) {
            let head = try await transport.send(request) { head, bytes in
                let isFirst = first.withLock { first in
                    defer { first = head }
                    return first == nil
                }
                return take(bytes, of: head, isFirst: isFirst, refusal)
            }
            if first.withLock({ $0 == nil }), head.isSuccess { _ = begin(head) }
            return step(after: head, refusal)
        } catch {
            let head = first.withLock { $0 }
            if error == .stopped, !file.hasProblem, let head { return step(after: head, refusal) }
            // A refusal counts even if its body is cut off.
            if error != .cancelled, let head, !head.isSuccess { return step(after: head, refusal) }
            return .end(.broken(error, head.map { Resumption($0, after: resumption) }))
        }
    }

    /// Takes one piece of a body; returns false to stop the transfer.
    private func take(
        _ bytes: UnsafeRawBufferPointer, of head: HTTPResponseHead, isFirst: Bool, _ refusal: StoreErrorBody
    ) -> Bool {
        guard head.isSuccess else { return !head.isRedirect && refusal.take(bytes) }
        if isFirst, !begin(head) { return false }
        guard file.append(bytes) else { return false }
        let told = Resumption(head, after: resumption)
        // A body without a length could continue until the disk is full.
        if !told.isEncoded, let most = told.total ?? promised {
            if file.written > most { return false }
        } else if !file.leaves(reserve) {
            return false
        }
        if var progress = rate.progress(at: file.written, total: told.total) {
            progress.restarts = file.restarts
            report(progress)
        }
        return true
    }

    /// Prepares the file for the body of an answer; returns false if the body is unusable.
    private func begin(_ head: HTTPResponseHead) -> Bool {
        switch resumption.part(in: head, at: offset) {
        case .rest: return true
        case .whole:
            file.restart()
            return true
        case .foreign: return false
        }
    }

    private func step(after head: HTTPResponseHead, _ refusal: StoreErrorBody) -> Step {
        head.isRedirect ? .redirect(head) : .end(outcome(head, code: refusal.code(beside: head)))
    }

    /// The meaning of an answer after its body, if it was wanted, is in the file.
    private func outcome(_ head: HTTPResponseHead, code: Open<StoreErrorCode>?) -> Outcome {
        switch head.status {
        case 200..<300 where resumption.part(in: head, at: offset) != .foreign:
            return .complete(Resumption(head, after: resumption))
        case 416 where Resumption(head).total == offset: return .complete(resumption)
        case 200..<300, 416:
            file.restart()
            return .broken(.connectionLost(.notContinued(from: offset)), Resumption())
        default: return refusal(head.status, code)
        }
    }

    /// The meaning of a refusal: its code decides, or its status if there is no known code.
    private func refusal(_ status: Int, _ code: Open<StoreErrorCode>?) -> Outcome {
        guard status >= 400 else { return .refused(status, code) }
        switch code?.meaning {
        case .clock, .expired, .denied, .signature: return .expired(status, code)
        case .busy: return .busy(status, code)
        case .gone, .archived: return .refused(status, code)
        case nil: break
        }
        switch status {
        case 403: return .expired(status, code)
        // Stores ask for a short wait in this way ("Slow Down").
        case 429, 500, 502, 503, 504: return .busy(status, code)
        default: return .refused(status, code)
        }
    }
}

extension HTTPResponseHead {
    /// Whether the answer has a success status (RFC 9110, section 15.3).
    fileprivate var isSuccess: Bool { (200..<300).contains(status) }
}
