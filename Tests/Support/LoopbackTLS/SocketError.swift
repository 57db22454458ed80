/// A call of the system that failed, with its errno.
package struct SocketError: Error {
    /// The value of errno.
    package let code: Int32

    /// Creates the error from errno.
    package init(code: Int32) { self.code = code }
}
