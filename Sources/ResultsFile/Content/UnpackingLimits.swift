/// Limits on the unpacked size of a compressed file.
package struct UnpackingLimits: Hashable, Sendable {
    /// Bytes in all.
    package var bytes: Int64
    /// The most unpacked bytes per compressed byte.
    ///
    /// Repetitive results reach about 100; gzip itself ends at 1,032.
    package var ratio: Int64
    /// The size up to which the ratio does not matter, in bytes.
    package var harmlessBytes: Int64

    /// Creates limits; the defaults are a quarter of a tebibyte, 250 to 1, and no ratio up to 256 MiB.
    package init(bytes: Int64 = 256 << 30, ratio: Int64 = 250, harmlessBytes: Int64 = 256 << 20) {
        self.bytes = bytes
        self.ratio = ratio
        self.harmlessBytes = harmlessBytes
    }

    func allow(unpacked: Int64, packed: Int64) -> Bool {
        unpacked <= bytes && (unpacked <= harmlessBytes || unpacked / ratio <= packed)
    }
}
