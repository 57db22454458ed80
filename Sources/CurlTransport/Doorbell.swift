import CCurl

/// Wakes the thread that waits in curl_multi_poll(3) on a multi handle.
///
/// Of all functions on a multi handle, only curl_multi_wakeup(3) may be called from any thread. Swift does not let the pointer
/// cross threads, so its address crosses instead. Only the handle's own thread reads `multi`.
struct Doorbell: Sendable {
    private let address: UInt

    init(of multi: curl_multi_handle) {
        address = UInt(bitPattern: multi)
    }

    /// The handle, for its own thread.
    var multi: curl_multi_handle? {
        curl_multi_handle(bitPattern: address)
    }

    /// Makes the current or the next wait return at once; the handle must not have been freed.
    func ring() {
        if let multi { curl_multi_wakeup(multi) }
    }
}
