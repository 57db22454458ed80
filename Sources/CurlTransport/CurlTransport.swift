import CCurl
package import Intuned
import Synchronization

/// HTTP and HTTPS by libcurl: any number of requests at once on one thread.
///
/// TLS certificates are always verified, redirects are never followed, cookies and .netrc are never used. libcurl itself reads
/// the proxy variables (`http_proxy`, `https_proxy`, `ALL_PROXY`, `NO_PROXY`). Connections are kept and reused.
/// Source of the options: https://curl.se/libcurl/c/curl_easy_setopt.html
package final class CurlTransport: HTTPTransport {
    private let inbox: Inbox
    private let thread: OwnThread
    private let lastID = Atomic<Int>(0)

    /// Starts the thread; it ends with `shutdown()`, at the latest when the transport is released.
    ///
    /// Throws `.other` when the machine has no memory or no thread left.
    package init(options: Options = Options()) throws(HTTPTransportError) {
        guard LibcurlStart.code == CURLE_OK, let multi = curl_multi_init() else {
            throw .other(.outOfMemory)
        }
        let bell = Doorbell(of: multi)
        let inbox = Inbox(bell: bell)
        let thread = OwnThread {
            if let multi = bell.multi { TransferLoop(multi: multi, inbox: inbox, options: options).run() }
        }
        guard let thread else {
            curl_multi_cleanup(multi)
            throw .other(.noThread)
        }
        self.inbox = inbox
        self.thread = thread
    }

    deinit {
        shutdown()
    }

    /// Sends one request and hands its body over piece by piece; see `HTTPTransport.send(_:receive:)`.
    ///
    /// `receive` never runs on the transport's thread. While it works, other transfers continue, and its own continues until both
    /// buffers are full. The time that `receive` takes does not count toward any limit. A Task that is canceled meanwhile does
    /// not wait for `receive` to return.
    package func send(
        _ request: HTTPRequest, receive: @escaping @Sendable (HTTPResponseHead, UnsafeRawBufferPointer) -> Bool
    ) async throws(HTTPTransportError) -> HTTPResponseHead {
        let id = lastID.add(1, ordering: .relaxed).newValue
        let body = BodyHandover(id: id, inbox: inbox, receive: receive)
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard body.begin(continuation) else { return }
                guard inbox.post(.start(Order(id: id, request: request, body: body))) else {
                    return body.end(.failure(.cancelled))
                }
                // The handler below may have run just before the order was posted; its instruction then named an unknown order.
                if Task.isCancelled { _ = inbox.post(.cancel(id)) }
            }
        } onCancel: {
            body.cancel()
            _ = inbox.post(.cancel(id))
        }
        return try outcome.get()
    }

    /// Ends the thread and frees all that libcurl holds; requests in flight and later requests fail with `.cancelled`.
    ///
    /// Returns when the thread has ended, and does not wait for a `receive` that is running. A complete body is still handed
    /// over.
    package func shutdown() {
        inbox.close()
        thread.join()
    }
}
