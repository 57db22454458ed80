/// The errno of a failed system call.
package struct SocketError: Error {
    /// The value of errno.
    package let code: Int32

    /// Creates the error from errno.
    package init(code: Int32) { self.code = code }
}
