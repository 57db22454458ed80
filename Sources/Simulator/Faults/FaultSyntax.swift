/// Why a text is not a valid fault.
package enum FaultSyntaxError: Error, Equatable, CustomStringConvertible {
    /// There is no `=` between call and fault.
    case noFault(String)
    /// The call is unknown.
    case unknownCall(String)
    /// The fault is unknown.
    case unknownFault(String)
    /// The fault's value is missing or invalid.
    case badValue(fault: String, value: String)
    /// The text after `*` is not a positive number.
    case badCount(String)

    /// One sentence for people.
    package var description: String {
        switch self {
        case .noFault(let text): "\"\(text)\" is not CALL=FAULT, for example runs=500."
        case .unknownCall(let call):
            "No call is named \"\(call)\". Calls: \(Call.allCases.map(\.rawValue).joined(separator: ", "))."
        case .unknownFault(let fault): "No fault is named \"\(fault)\". Faults: \(FaultKind.words)."
        case .badValue(let fault, let value): "The fault \"\(fault)\" does not take the value \"\(value)\"."
        case .badCount(let count): "\"\(count)\" is not a count, for example *3."
        }
    }
}

extension Fault {
    /// Reads `CALL=FAULT[*N]`, such as `runs=500`, `run=429:10*3`, `store=cut:4096*1`.
    package init(_ text: String) throws(FaultSyntaxError) {
        let text = text.filter { $0 != " " }
        let sides = text.split(separator: "=", maxSplits: 1)
        guard sides.count == 2 else { throw .noFault(text) }
        guard let call = Call(rawValue: String(sides[0])) else { throw .unknownCall(String(sides[0])) }
        let words = sides[1].split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
        var times: Int?
        if words.count == 2 {
            guard let count = Int(words[1]), count > 0 else { throw .badCount(String(words[1])) }
            times = count
        }
        self.init(call, try FaultKind(String(words[0])), times: times)
    }
}

extension FaultKind {
    /// The syntax that `init(_:)` reads, for people.
    static let words = """
        401, 403, 404, 429, 429:SECONDS, 429:date:SECONDS, 500, 502, 503, 504, hang, reset, lost, cut:BYTES, truncated, invalid, \
        length:BYTES, slow:BYTES, delay:SECONDS, expired, norange, gzip, changed, root, empty, redirect, redirect:URL, 301, 302, \
        303, 307, 308, 307:URL, 304, STATUS:CODE, endless, headers, big, bomb, skew:SECONDS
        """

    private static let plain: [String: FaultKind] = [
        "401": .unauthorized, "403": .forbidden, "404": .notFound, "429": .rateLimited(.notSaid), "500": .serverError,
        "502": .badGateway, "503": .unavailable(status: 503), "504": .unavailable(status: 504), "hang": .hang, "reset": .reset,
        "lost": .lost,
        "truncated": .truncated, "invalid": .invalidJSON, "expired": .expired, "norange": .noRange, "gzip": .gzip,
        "changed": .changed, "root": .wrongRoot, "empty": .empty, "304": .notModified, "endless": .endless,
        "headers": .endlessHeaders, "big": .big, "bomb": .bomb,
    ]

    private static let redirects: [String: Int] = [
        "redirect": 302, "301": 301, "302": 302, "303": 303, "307": 307, "308": 308,
    ]

    /// Reads the name of a fault and its value, such as `429:10`.
    init(_ text: String) throws(FaultSyntaxError) {
        if let kind = FaultKind.plain[text] {
            self = kind
            return
        }
        let sides = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let (name, value) = (String(sides[0]), sides.count == 2 ? String(sides[1]) : "")
        if let status = FaultKind.redirects[name], sides.count == 1 || !value.isEmpty {
            self = .redirect(to: sides.count == 1 ? nil : value, status: status)
            return
        }
        if let status = Int(name), (400..<600).contains(status), FaultKind.isCode(value) {
            self = .coded(status: status, code: value)
            return
        }
        let kind: FaultKind? =
            switch name {
            case "429" where value.hasPrefix("date:"): Int(value.dropFirst(5)).map { .rateLimited(.date(secondsAhead: $0)) }
            case "429": Int(value).map { .rateLimited(.seconds($0)) }
            case "cut": Int64(value).flatMap { $0 >= 0 ? .cut(after: $0) : nil }
            case "length": Int64(value).map { .wrongLength(by: $0) }
            case "slow": Int(value).flatMap { $0 > 0 ? .slow(bytesPerTick: $0) : nil }
            case "delay": Double(value).flatMap { $0 >= 0 && $0 < 1e6 ? .delay(seconds: $0) : nil }
            case "skew": Double(value).flatMap { abs($0) < 1e9 ? .skew(seconds: $0) : nil }
            default: nil
            }
        guard let kind else {
            let takesValue = ["429", "cut", "length", "slow", "delay", "skew"].contains(name) || FaultKind.redirects[name] != nil
            if takesValue || FaultKind.plain[name] != nil { throw .badValue(fault: name, value: value) }
            throw .unknownFault(name)
        }
        self = kind
    }

    /// Whether a text has the form of a store's code, such as `AccessDenied`.
    private static func isCode(_ text: String) -> Bool {
        text.first?.isUppercase == true && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
