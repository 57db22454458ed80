/// How often something is tried, as the platform nests it.
struct Retry: Decodable {
    /// At least 1; anything else counts as absent.
    let maximumAttempts: Int?

    init(from decoder: any Decoder) throws {
        maximumAttempts = try decoder.container(keyedBy: FieldName.self).count("maximumAttempts").flatMap { $0 > 0 ? $0 : nil }
    }
}
