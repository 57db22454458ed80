import CCurl

/// Wakes the thread that waits in curl_multi_poll(3) on a multi handle.
///
/// A pointer may not cross threads, and rightly: of all functions on a multi handle only curl_multi_wakeup(3) may be called from
/// any thread. So the address crosses instead of the pointer, and `multi` is read by the handle's own thread alone.
struct Doorbell: Sendable {
    private let address: UInt

    init(of multi: curl_multi_handle) {
        address = UInt(bitPattern: multi)
    }

    /// The handle itself, for its own thread.
    var multi: curl_multi_handle? {
        curl_multi_handle(bitPattern: address)
    }

    /// Makes the present or the next wait return at once; the handle must not have been freed.
    func ring() {
        if let multi { curl_multi_wakeup(multi) }
    }
}
