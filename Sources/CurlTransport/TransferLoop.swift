import CCurl
import Glibc
import Intuned

/// The loop of the transport's thread: take instructions, move bytes, tell the senders, wait.
///
/// It is created, used and freed on that thread; no part of it leaves the thread.
final class TransferLoop {
    private static let connectionsPerHost = 8
    private static let keptConnections = 16
    private static let keptHandles = 8
    private static let longestWait: Duration = .seconds(3600)

    private let multi: curl_multi_handle
    private let inbox: Inbox
    private let options: CurlTransport.Options
    private var transfers: [curl_easy_handle: Transfer] = [:]
    private var spareHandles: [EasyHandle] = []

    /// Takes ownership of the multi handle, which is freed with the loop.
    init(multi: curl_multi_handle, inbox: Inbox, options: CurlTransport.Options) {
        self.multi = multi
        self.inbox = inbox
        self.options = options
        curl_multi_set_number(multi, CURLMOPT_MAX_HOST_CONNECTIONS, TransferLoop.connectionsPerHost)
        curl_multi_set_number(multi, CURLMOPT_MAXCONNECTS, TransferLoop.keptConnections)
    }

    deinit {
        spareHandles = []
        curl_multi_cleanup(multi)
    }

    /// Runs until the inbox is closed, then fails the remaining transfers with `.cancelled`.
    func run() {
        while true {
            let (instructions, isOpen) = inbox.take()
            instructions.forEach(obey)
            guard isOpen else { break }
            var code = advance()
            endOverdue()
            if code == CURLM_OK { code = wait() }
            if code != CURLM_OK { recover(from: code) }
        }
        for transfer in transfers.values { conclude(transfer, with: .failure(.cancelled)) }
    }

    private func obey(_ instruction: Instruction) {
        switch instruction {
        case .start(let order):
            do throws(HTTPTransportError) {
                try start(order)
            } catch {
                order.body.end(.failure(error))
            }
        case .cancel(let id):
            if let transfer = transfer(id) { conclude(transfer, with: .failure(.cancelled)) }
        case .decline(let id):
            if let transfer = transfer(id) { conclude(transfer, with: .failure(.stopped)) }
        case .resume(let id):
            guard let transfer = transfer(id) else { return }
            let code = transfer.resume()
            if code != CURLE_OK { conclude(transfer, with: transfer.outcome(of: code)) }
        }
    }

    private func transfer(_ id: Int) -> Transfer? { transfers.values.first { $0.order.id == id } }

    private func start(_ order: Order) throws(HTTPTransportError) {
        guard let destination = Destination(url: order.request.url) else { throw .invalidURL }
        let isSafe = destination.isEncrypted || ThisMachine.isNamed(by: destination.host) || options.allowsUnencrypted
        guard isSafe || !order.request.isSigned else { throw .unencrypted(destination.host) }
        guard let handle = spareHandles.popLast() ?? EasyHandle() else { throw .other(.outOfMemory) }
        let transfer = Transfer(order: order, destination: destination, handle: handle)
        try handle.prepare(for: transfer, options: options)
        let code = curl_multi_add_handle(multi, handle.pointer)
        guard code == CURLM_OK else { throw .other(.library(String(cString: curl_multi_strerror(code)))) }
        transfers[handle.pointer] = transfer
    }

    /// Moves every transfer as far as its socket allows and concludes those that have ended.
    private func advance() -> CURLMcode {
        var running: Int32 = 0
        let code = curl_multi_perform(multi, &running)
        var waiting: Int32 = 0
        while let message = curl_multi_info_read(multi, &waiting) {
            guard message.pointee.msg == CURLMSG_DONE, let transfer = transfers[message.pointee.easy_handle] else { continue }
            conclude(transfer, with: transfer.outcome(of: message.pointee.data.result))
        }
        return code
    }

    private func endOverdue() {
        let now = SuspendingClock.now
        for transfer in transfers.values {
            if let limit = transfer.nextLimit, limit.instant <= now {
                conclude(transfer, with: .failure(.timedOut(seconds: limit.seconds)))
            }
        }
    }

    /// Removes a transfer from libcurl and from the table, so that no callback can follow, and only then tells its sender.
    private func conclude(_ transfer: Transfer, with outcome: Order.Outcome) {
        transfers[transfer.handle.pointer] = nil
        curl_multi_remove_handle(multi, transfer.handle.pointer)
        // Only after a success can a handle be reused: a handle that was given up while it waited for a connection keeps its
        // buffer and then rejects CURLOPT_BUFFERSIZE.
        if case .success = outcome, spareHandles.count < TransferLoop.keptHandles {
            transfer.handle.reset()
            spareHandles.append(transfer.handle)
        }
        transfer.order.body.end(outcome)
    }

    /// Sleeps until a socket is ready, libcurl's own timer or a limit is due, or the bell rings.
    private func wait() -> CURLMcode {
        let now = SuspendingClock.now
        let limit = transfers.values.compactMap { $0.nextLimit?.instant }.min().map { now.duration(to: $0) }
        let wait = min(limit ?? TransferLoop.longestWait, TransferLoop.longestWait)
        // Rounded up: if woken a moment early, the loop would spin until the limit has passed.
        return curl_multi_poll(multi, nil, 0, Int32(max(0, (wait / .milliseconds(1)).rounded(.up))), nil)
    }

    /// Fails all transfers and waits 100 ms.
    ///
    /// Without this, a multi handle that cannot continue (no memory, a socket closed by other code) would turn the loop into a
    /// busy loop.
    private func recover(from code: CURLMcode) {
        let reason = String(cString: curl_multi_strerror(code))
        for transfer in transfers.values { conclude(transfer, with: .failure(.other(.library(reason)))) }
        usleep(100_000)
    }
}
