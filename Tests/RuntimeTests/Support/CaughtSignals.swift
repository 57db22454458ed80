import Runtime

/// Signals caught for a program that has no terminal to give back.
func caughtSignals() -> Signals? { Signals(abandon: {}) }
