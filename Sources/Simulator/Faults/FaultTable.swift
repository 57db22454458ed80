/// The active faults.
struct FaultTable: Sendable {
    private var faults: [Fault]

    init(_ faults: [Fault]) {
        self.faults = faults
    }

    /// The faults of a call, in order; counts down those with a limited number of calls.
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
