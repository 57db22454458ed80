/// Ids that look random but encode what they name, so that nothing must be stored to find it.
struct Identifiers: Sendable {
    let dice: Dice

    private static let runBits: UInt64 = (1 << 48) - 1
    private static let itemBits: UInt64 = (1 << 60) - 1
    /// Odd, so that the multiplication can be reversed.
    private static let factor: UInt64 = 0x0005_DEEC_E66D_9A3B
    private static let alphabet = Array(
        "ModuleSymbhasOwnPr-0123456789ABCDEFGHIJKLNQRTUVWXYZ_cfgijkpqtvxz".utf8.map(Unicode.Scalar.init))

    /// The id of a JobRun: a UUID.
    func run(job: Int, ordinal: Int) -> String {
        var dice = dice.fork(job).fork(ordinal)
        let tail = String((UInt64(ordinal) &* Self.factor &+ key(job)) & Self.runBits, radix: 16)
        let head = dice.uuid().dropLast(12)
        return head + String(repeating: "0", count: 12 - tail.count) + tail
    }

    /// The ordinal of the JobRun with that id; nil if it is not the id of a run of that job.
    func ordinal(ofRun id: String, job: Int) -> Int? {
        guard id.utf8.count == 36, let tail = UInt64(id.suffix(12), radix: 16) else { return nil }
        let ordinal = Int((tail &- key(job)) &* Self.inverse(Self.factor) & Self.runBits)
        return ordinal < 1 << 32 && run(job: job, ordinal: ordinal) == id ? ordinal : nil
    }

    /// The id of a Run, the execution of one item: 21 characters.
    func item(_ item: ItemAddress) -> String {
        let packed = UInt64(item.job) << 50 | UInt64(item.ordinal) << 25 | UInt64(item.index)
        var scrambled = (packed &* Self.factor &+ key(-1)) & Self.itemBits
        var check = dice.fork(Int(truncatingIfNeeded: packed))
        var text = ""
        for _ in 0..<10 {
            text.unicodeScalars.append(Self.alphabet[Int(scrambled & 63)])
            scrambled >>= 6
        }
        for _ in 10..<21 { text.unicodeScalars.append(Self.alphabet[Int(check.next() & 63)]) }
        return text
    }

    /// The item of the Run with that id; nil if there is no such id.
    func address(ofItem id: String) -> ItemAddress? {
        guard id.utf8.count == 21 else { return nil }
        var scrambled: UInt64 = 0
        for scalar in id.unicodeScalars.prefix(10).reversed() {
            guard let digit = Self.alphabet.firstIndex(of: scalar) else { return nil }
            scrambled = scrambled << 6 | UInt64(digit)
        }
        let packed = (scrambled &- key(-1)) &* Self.inverse(Self.factor) & Self.itemBits
        let address = ItemAddress(
            job: Int(packed >> 50), ordinal: Int(packed >> 25 & 0x1FF_FFFF), index: Int(packed & 0x1FF_FFFF))
        return item(address) == id ? address : nil
    }

    private func key(_ job: Int) -> UInt64 {
        var dice = dice.fork(job)
        return dice.next()
    }

    /// The number whose product with an odd number is 1 (Newton's iteration modulo 2^64).
    private static func inverse(_ odd: UInt64) -> UInt64 {
        (0..<6).reduce(odd) { result, _ in result &* (2 &- odd &* result) }
    }
}

/// The place of an item: job, run and index.
struct ItemAddress: Sendable, Equatable {
    var job: Int
    var ordinal: Int
    var index: Int
}
