import CCurl
package import Intuned
import Synchronization

/// HTTP and HTTPS by libcurl: any number of requests at once on one thread of its own.
///
/// TLS certificates are always verified, redirects never followed, cookies and .netrc never used. The proxy variables
/// (`http_proxy`, `https_proxy`, `ALL_PROXY`, `NO_PROXY`) are read by libcurl itself. Connections are kept and used again.
/// Source of the options: https://curl.se/libcurl/c/curl_easy_setopt.html
package final class CurlTransport: HTTPTransport {
    private let inbox: Inbox
    private let thread: OwnThread
    private let lastID = Atomic<Int>(0)

    /// Starts the thread; it ends with `shutdown()`, at the latest when the transport is let go.
    ///
    /// Throws `.other` when the machine gives no memory or no thread.
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
    /// `receive` never runs on the transport's thread: while it works the other transfers move, and its own until so many bytes wait
    /// for it. That time counts for no limit. A Task that is canceled meanwhile does not wait for `receive` to return.
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
                // The handler below may have run just before the order was posted; its instruction then named an order not yet known.
                if Task.isCancelled { _ = inbox.post(.cancel(id)) }
            }
        } onCancel: {
            body.cancel()
            _ = inbox.post(.cancel(id))
        }
        return try outcome.get()
    }

    /// Ends the thread and frees all that libcurl holds; what is in flight fails with `.cancelled`, as does all that is sent later.
    ///
    /// Returns when the thread has ended, and does not wait for a `receive` that is at work. A body that has come whole is still handed
    /// over.
    package func shutdown() {
        inbox.close()
        thread.join()
    }
}
