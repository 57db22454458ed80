/// How much clients of the server may take.
package struct ScrapeLimits: Hashable, Sendable {
    /// Connections that are open at once; further ones are closed at once.
    package var connections = 32
    /// Bytes of a request; a longer one is answered with 431.
    package var requestBytes = 16 << 10
    /// Seconds from the start of a connection to its end, however slowly the client sends or reads.
    package var seconds = 10.0

    /// Creates the limits that hold unless a test sets others.
    package init() {}
}
