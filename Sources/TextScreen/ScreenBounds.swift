/// The limits of places and extents, so that their sums cannot overflow.
///
/// A terminal reports its size in 16 bits (`ioctl_tty(2)`), so no real screen comes near these limits.
enum ScreenBounds {
    private static let furthest = 1 << 24

    /// The nearest usable number of columns or rows: 0 or more.
    static func extent(_ length: Int) -> Int {
        min(max(length, 0), furthest)
    }

    /// The nearest usable column or row; it may lie outside the screen on either side.
    static func place(_ position: Int) -> Int {
        min(max(position, -furthest), furthest)
    }
}
