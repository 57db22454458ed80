/// Repeatable randomness: a stream of numbers made from a key alone (SplitMix64).
///
/// Everything random in the simulator comes from dice forked for its subject (job, run, item), never from a shared stream, so
/// that an answer does not depend on earlier requests.
struct Dice: Sendable, Equatable, RandomNumberGenerator {
    private var state: UInt64

    init(_ key: UInt64) {
        state = key
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Dice.mixed(state)
    }

    /// Separate dice for a part of this subject.
    func fork(_ label: Int) -> Dice {
        Dice(Dice.mixed(state ^ Dice.mixed(UInt64(bitPattern: Int64(label)) &+ 0x9E37_79B9_7F4A_7C15)))
    }

    /// A number from 0 up to, but not including, 1.
    mutating func fraction() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Returns true with this probability.
    mutating func chance(_ probability: Double) -> Bool {
        fraction() < probability
    }

    mutating func number(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + fraction() * (range.upperBound - range.lowerBound)
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(fraction() * Double(range.count))
    }

    /// One of the values; nil if there are none.
    mutating func one<Value>(of values: [Value]) -> Value? {
        values.isEmpty ? nil : values[number(in: 0...values.count - 1)]
    }

    /// One of the values, with a probability in proportion to its weight; nil if all weights are zero.
    mutating func one<Value>(ofWeighted values: [(weight: Double, value: Value)]) -> Value? {
        var left = fraction() * values.reduce(0) { $0 + $1.weight }
        for (weight, value) in values where weight > 0 {
            left -= weight
            if left < 0 { return value }
        }
        return values.last { $0.weight > 0 }?.value
    }

    /// This many lower-case hexadecimal digits.
    mutating func hex(_ count: Int) -> String {
        var text = ""
        while text.count < count {
            let word = String(next(), radix: 16)
            text += String(repeating: "0", count: 16 - word.count) + word
        }
        return String(text.prefix(count))
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
