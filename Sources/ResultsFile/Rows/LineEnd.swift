/// The bytes at which lines end.
enum LineEnd {
    /// Line feed, also for lines that end in CR LF.
    static let feed: UInt8 = 0x0A
    /// Carriage return alone, as written by old Mac programs.
    static let carriageReturn: UInt8 = 0x0D

    /// The line end of a text: a carriage return if the text has no line feed.
    ///
    /// - Parameter isWhole: false if the text is cut off, so that a line feed may follow its last byte.
    static func found(in text: some Collection<UInt8>, isWhole: Bool) -> UInt8 {
        guard !text.contains(feed) else { return feed }
        return text.dropLast(isWhole ? 0 : 1).contains(carriageReturn) ? carriageReturn : feed
    }
}
