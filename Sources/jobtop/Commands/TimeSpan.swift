import ArgumentParser
import Query

/// Seconds as a command line gives them: `90`, `90s`, `5m`, `1h30m`.
struct TimeSpan: Hashable, Sendable, ExpressibleByArgument {
    let seconds: Double

    init(seconds: Double) { self.seconds = seconds }

    init?(argument: String) {
        guard let amount = Amount(argument), [.seconds, .plain].contains(amount.unit), amount.value >= 0 else { return nil }
        seconds = amount.value
    }
}
