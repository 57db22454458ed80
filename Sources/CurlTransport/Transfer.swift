import CCurl
import Glibc
import Intuned

/// One active order: what was received of its response, and why it was given up, if it was.
///
/// Used only on the transport's thread, where libcurl calls it back.
final class Transfer {
    let order: Order
    let destination: Destination
    let handle: EasyHandle
    private let started = SuspendingClock.now
    private var head = ResponseHeadReader()
    /// Why a callback made libcurl give up.
    private var refusal: HTTPTransportError?
    /// errno of the last failed attempt to connect before one succeeded; it says nothing about later failures.
    private var formerSystemError: Int32 = 0
    /// When the request was sent or the last byte was received; nil before the connection.
    private var lastSign: SuspendingClock.Instant?
    /// Since when the transfer is paused because its receiver is behind; nil while it moves.
    private var restsSince: SuspendingClock.Instant?
    /// How long the transfer was paused earlier.
    private var rested = Duration.zero

    init(order: Order, destination: Destination, handle: EasyHandle) {
        self.order = order
        self.destination = destination
        self.handle = handle
    }

    /// When to give up the transfer unless it moves before, with the limit in seconds that will then have passed.
    ///
    /// libcurl's own limits do not suffice: CURLOPT_TIMEOUT_MS does not count while a transfer queues for a connection, and
    /// CURLOPT_LOW_SPEED_TIME counts whole seconds of an average over five. libcurl watches only the time of connecting. A pause
    /// is caused by the receiver and not by the network, so it does not count.
    var nextLimit: (instant: SuspendingClock.Instant, seconds: Double)? {
        guard restsSince == nil else { return nil }
        let total = limit(order.request.timeout, from: started.advanced(by: rested))
        let stall = limit(order.request.stallTimeout, from: lastSign)
        return [total, stall].compactMap(\.self).min { $0.instant < $1.instant }
    }

    private func limit(
        _ seconds: Double?, from start: SuspendingClock.Instant?
    ) -> (instant: SuspendingClock.Instant, seconds: Double)? {
        guard let seconds, let start else { return nil }
        return (start.advanced(by: .milliseconds(EasyHandle.milliseconds(seconds))), seconds)
    }

    /// Notes that the connection is established and the request is sent now.
    func connected() {
        lastSign = .now
        let error = systemError
        // A request whose kept connection was reset may fail in the same way on the new connection.
        formerSystemError = error == ECONNRESET || error == EPIPE ? 0 : error
        // If a kept connection breaks without a byte, libcurl sends the request again, up to five times and on the next kept
        // connection, which is as old. On a new connection libcurl sends it only once more.
        try? handle.set(CURLOPT_FRESH_CONNECT, 1)
    }

    /// Takes one line of the header section; returns false to give up.
    func receive(headerLine line: UnsafeRawBufferPointer) -> Bool {
        lastSign = .now
        guard head.read(line) else {
            refusal = ResponseHeadReader.tooLarge
            return false
        }
        return true
    }

    /// Hands over one piece of the body; while both buffers are full, the transfer pauses and then gets the piece again.
    func receive(bodyPiece piece: UnsafeRawBufferPointer) -> BodyHandover.Verdict {
        lastSign = .now
        guard refusal == nil, let head = head.head else { return .declined }
        let verdict = piece.isEmpty ? .taken : order.body.take(piece, of: head)
        switch verdict {
        case .taken: break
        case .full: restsSince = .now
        case .declined: refusal = .stopped
        }
        return verdict
    }

    /// Resumes the transfer; libcurl may call back before this returns.
    func resume() -> CURLcode {
        guard let since = restsSince else { return CURLE_OK }
        rested += since.duration(to: .now)
        restsSince = nil
        lastSign = .now
        return curl_easy_pause(handle.pointer, CURLPAUSE_CONT)
    }

    /// The sender's outcome for the code with which libcurl ended the transfer.
    func outcome(of code: CURLcode) -> Order.Outcome {
        if let refusal { return .failure(refusal) }
        // libcurl counts a response that is cut inside its headers as complete.
        if code == CURLE_OK, let head = head.head { return .success(head) }
        return .failure(failure(of: code).error)
    }

    private func failure(of code: CURLcode) -> TransferFailure {
        TransferFailure(
            code: code,
            complaint: handle.complaint,
            destination: destination,
            stage: stage,
            systemError: systemError == formerSystemError ? 0 : systemError,
            verifyResult: handle.number(CURLINFO_SSL_VERIFYRESULT),
            proxy: ProxyInUse(of: handle, to: destination),
            proxyStatus: handle.number(CURLINFO_HTTP_CONNECTCODE),
            isResolved: handle.offset(CURLINFO_NAMELOOKUP_TIME_T) > 0,
            isChunked: head.isChunked,
            receivedBytes: handle.offset(CURLINFO_SIZE_DOWNLOAD_T),
            expectedBytes: handle.offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T),
            connectTimeout: order.request.connectTimeout)
    }

    private var systemError: Int32 { Int32(truncatingIfNeeded: handle.number(CURLINFO_OS_ERRNO)) }

    private var stage: TransferFailure.Stage {
        if lastSign == nil { return .connecting }
        if head.isEmpty { return .waiting }
        return head.head == nil ? .head : .body
    }
}
