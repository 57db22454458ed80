public import FoundationEssentials

/// A point in time as the platform wrote it, and the date that it means.
public struct Timestamp: Hashable, Sendable {
    /// The platform's text.
    public let text: String
    /// The instant; nil if the text cannot be read.
    public let date: Date?

    /// Reads ISO 8601 with or without a fraction, with `Z`, an offset or no zone (UTC), and PostgreSQL's own form.
    ///
    /// PostgreSQL writes `2024-01-01 00:00:00+00`.
    public init(_ text: String) {
        self.text = text
        self.date = TimestampReader.date(text)
    }

    /// Writes a date in UTC, to the millisecond.
    public init(_ date: Date) {
        let isWhole = date.timeIntervalSince1970.rounded() == date.timeIntervalSince1970
        self.text = Date.ISO8601FormatStyle(includingFractionalSeconds: !isWhole).format(date)
        self.date = date
    }
}

extension Timestamp: Decodable {
    /// Reads the time from text.
    public init(from decoder: any Decoder) throws {
        self.init(try Scalar(from: decoder).text)
    }
}
