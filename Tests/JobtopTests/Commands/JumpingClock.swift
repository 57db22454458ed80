import Dashboard
import FoundationEssentials
import Intuned
import Synchronization

@testable import jobtop

/// A clock that jumps over every wait, and notes it.
final class JumpingClock: Sendable {
    private let state = Mutex((uptime: 1000.0, waits: [Double]()))

    /// The waits so far, in seconds.
    var waits: [Double] { state.withLock { $0.waits } }

    /// The clock for a command.
    var clock: CommandClock {
        CommandClock(
            now: { Moment(wall: Date(timeIntervalSince1970: 0), uptime: self.state.withLock { $0.uptime }) },
            wait: { seconds in self.pass(seconds, isWait: true) })
    }

    /// Lets time pass.
    func pass(_ seconds: Double, isWait: Bool = false) {
        state.withLock { state in
            state.uptime += seconds
            if isWait { state.waits.append(seconds) }
        }
    }
}

/// A platform that gives one answer after another, then the last one again and again.
final class AnsweringTransport: HTTPTransport {
    private let answers: Mutex<[Answer]>
    private let sent = Mutex<[HTTPRequest]>([])
    private let clock: JumpingClock

    /// An answer: a status with headers, or an error, after some seconds.
    struct Answer: Sendable {
        var status = 200
        var headers: [HTTPHeader] = []
        var body = "[]"
        var error: HTTPTransportError?
        var seconds = 0.0
    }

    init(_ answers: [Answer], _ clock: JumpingClock) {
        self.answers = Mutex(answers)
        self.clock = clock
    }

    /// The requests so far.
    var requests: [HTTPRequest] { sent.withLock { $0 } }

    func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        sent.withLock { $0.append(request) }
        let answer = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? Answer() }
        clock.pass(answer.seconds)
        if let error = answer.error { throw error }
        let head = HTTPResponseHead(status: answer.status, headers: answer.headers)
        _ = Array(answer.body.utf8).withUnsafeBytes { receive(head, $0) }
        return head
    }
}
