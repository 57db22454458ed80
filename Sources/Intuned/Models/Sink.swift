/// Where each result of a JobRun is delivered during the run.
public enum Sink: Hashable, Sendable {
    /// An address that receives a POST for each result.
    case webhook(WebhookSink)
    /// A store with the S3 protocol.
    case s3(S3Sink)
    /// A sink of an unknown type, or without a field that its type requires; the snapshot's tree shows it.
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
