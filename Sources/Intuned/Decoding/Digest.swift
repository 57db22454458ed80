/// A fingerprint of some bytes, which stands for them without keeping them.
///
/// It has 128 bits of the standard library's hash (SipHash), whose key each process draws by chance: no server can look for two
/// texts with the same fingerprint, and by chance none will meet.
struct Digest: Hashable, Sendable {
    private let halves: SIMD2<Int>

    init(_ bytes: ArraySlice<UInt8>) {
        halves = bytes.withUnsafeBytes { bytes in SIMD2(Self.hash(bytes, of: 0), Self.hash(bytes, of: 1)) }
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer, of half: UInt8) -> Int {
        var hasher = Hasher()
        hasher.combine(half)
        hasher.combine(bytes: bytes)
        return hasher.finalize()
    }
}
