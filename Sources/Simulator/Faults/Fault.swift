/// A deliberate fault on one kind of call.
package struct Fault: Sendable, Equatable {
    /// The affected calls.
    package var call: Call
    /// What goes wrong.
    package var kind: FaultKind
    /// The number of affected calls; nil for all until the fault is cleared.
    package var times: Int?

    /// Creates a fault on a kind of call, for this number of calls or (nil) until it is cleared.
    package init(_ call: Call, _ kind: FaultKind, times: Int? = nil) {
        (self.call, self.kind, self.times) = (call, kind, times)
    }
}
