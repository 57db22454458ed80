/// Where each result of a JobRun is delivered as it comes.
public enum Sink: Hashable, Sendable {
    /// An address that gets a POST for each result.
    case webhook(WebhookSink)
    /// A store that speaks S3.
    case s3(S3Sink)
    /// A sink that is not known here, or lacks what its kind needs; the snapshot's tree shows it.
    case unrecognized(type: String)
}

extension Sink: Decodable {
    /// Reads a sink of any type.
    public init(from decoder: any Decoder) throws {
        let type = try decoder.container(keyedBy: FieldName.self).text("type") ?? ""
        if type == "webhook", let sink = try? WebhookSink(from: decoder) {
            self = .webhook(sink)
        } else if type == "s3", let sink = try? S3Sink(from: decoder) {
            self = .s3(sink)
        } else {
            self = .unrecognized(type: type)
        }
    }
}
