/// The number of attempts, in the platform's nesting.
struct Retry: Decodable {
    /// The most attempts, at least 1; other values count as absent.
    let maximumAttempts: Int?

    init(from decoder: any Decoder) throws {
        maximumAttempts = try decoder.container(keyedBy: FieldName.self).count("maximumAttempts").flatMap { $0 > 0 ? $0 : nil }
    }
}
