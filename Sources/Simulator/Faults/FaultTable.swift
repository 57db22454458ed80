/// The faults that are switched on.
struct FaultTable: Sendable {
    private var faults: [Fault]

    init(_ faults: [Fault]) {
        self.faults = faults
    }

    /// The faults of a call, in their order; those that are for a number of calls are used up by one.
    mutating func take(_ call: Call) -> [FaultKind] {
        var kinds: [FaultKind] = []
        for index in faults.indices where concerns(faults[index], call) {
            if let times = faults[index].times {
                if times <= 0 { continue }
                faults[index].times = times - 1
            }
            kinds.append(faults[index].kind)
        }
        faults.removeAll { $0.times.map { $0 <= 0 } ?? false }
        return kinds
    }

    private func concerns(_ fault: Fault, _ call: Call) -> Bool {
        fault.call == call || (fault.call == .all && call != .store)
    }
}
