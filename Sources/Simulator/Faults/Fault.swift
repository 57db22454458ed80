/// Something that goes wrong on purpose, on one kind of call.
package struct Fault: Sendable, Equatable {
    /// The calls it concerns.
    package var call: Call
    /// What goes wrong.
    package var kind: FaultKind
    /// How many calls it concerns; nil is all until it is cleared.
    package var times: Int?

    /// A fault on a kind of call, for that many calls or (nil) until it is cleared.
    package init(_ call: Call, _ kind: FaultKind, times: Int? = nil) {
        (self.call, self.kind, self.times) = (call, kind, times)
    }
}
