/// How much may come out of a packed file.
package struct UnpackingLimits: Hashable, Sendable {
    /// Bytes in all.
    package var bytes: Int64
    /// Unpacked bytes to one packed byte.
    ///
    /// Repetitive results reach about 100; gzip itself ends at 1,032.
    package var ratio: Int64
    /// Up to so many bytes the ratio does not matter.
    package var harmlessBytes: Int64

    /// Creates limits; by default a quarter of a tebibyte, 250 to 1, and no ratio up to 256 MiB.
    package init(bytes: Int64 = 256 << 30, ratio: Int64 = 250, harmlessBytes: Int64 = 256 << 20) {
        self.bytes = bytes
        self.ratio = ratio
        self.harmlessBytes = harmlessBytes
    }

    func allow(unpacked: Int64, packed: Int64) -> Bool {
        unpacked <= bytes && (unpacked <= harmlessBytes || unpacked / ratio <= packed)
    }
}
