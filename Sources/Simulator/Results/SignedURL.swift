/// The links to results files: valid for a limited time, and only if unchanged.
struct SignedURL: Sendable {
    let dice: Dice

    /// How long a link is valid, by the clock.
    static let lifetime = Duration.seconds(300)
    static let bucket = "intuned-job-results"

    /// A link to the file with that key on the store at that origin, and its expiry.
    func link(to key: String, origin: String, at moment: Moment) -> (url: String, expires: Moment) {
        let path =
            "/\(SignedURL.bucket)/" + key.split(separator: "/").map { PercentEncoding.encoded(String($0)) }.joined(separator: "/")
        let query =
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIASIMULATOREXAMPLE%2F\(moment.compact.prefix(8))%2Feu-central-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=\(moment.compact)&X-Amz-Expires=300&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=\(signature(key, moment))&X-Sim-Issued=\(moment.milliseconds)"
        return (origin + path + "?" + query, moment + SignedURL.lifetime)
    }

    enum Verdict: Equatable {
        case good
        case expired
        case wrong
    }

    /// Whether the query of a request is a valid link to the file with that key.
    func verdict(on query: [(name: String, value: String)], key: String, at moment: Moment) -> Verdict {
        let values = Dictionary(query.map { ($0.name, $0.value) }) { first, _ in first }
        guard let issued = values["X-Sim-Issued"].flatMap(Int64.init).map(Moment.init(milliseconds:)),
            values["X-Amz-Signature"] == signature(key, issued)
        else { return .wrong }
        return moment < issued + SignedURL.lifetime ? .good : .expired
    }

    private func signature(_ key: String, _ issued: Moment) -> String {
        var mark = dice.fork(Int(issued.milliseconds))
        for byte in key.utf8 { mark = mark.fork(Int(byte)) }
        return mark.hex(64)
    }
}
