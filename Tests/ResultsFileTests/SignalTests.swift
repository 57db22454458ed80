import Testing

@testable import ResultsFile

@Suite struct SignalTests {
    @Test func aChangeBeforeTheWaitIsNotMissed() async {
        let signal = ChangeSignal()
        let seen = signal.version
        signal.raise()
        await signal.wait(past: seen)
        #expect(signal.version == seen + 1)
    }

    @Test func everyWaiterIsWoken() async {
        let signal = ChangeSignal()
        await withTaskGroup { group in
            for _ in 0..<50 { group.addTask { await signal.wait(past: 0) } }
            group.addTask { signal.raise() }
        }
        #expect(signal.version == 1)
    }

    @Test func aCanceledWaiterReturns() async {
        let signal = ChangeSignal()
        let task = Task { await signal.wait(past: 0) }
        task.cancel()
        await task.value
        #expect(signal.version == 0)
    }
}
