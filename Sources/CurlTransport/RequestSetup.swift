import CCurl
import Intuned

extension EasyHandle {
    /// Sets the options of the transfer's request on its handle, which must be new or reset.
    func prepare(for transfer: Transfer, options: CurlTransport.Options) throws(HTTPTransportError) {
        let request = transfer.order.request
        try collectComplaints()
        try TransferCallbacks.install(on: transfer)
        try setTarget(of: request)
        try setMethod(of: request)
        try set(headerLines: EasyHandle.headerLines(of: request))
        try set(CURLOPT_USERAGENT, options.userAgent)
        if request.acceptsCompression { try set(CURLOPT_ACCEPT_ENCODING, "") }
        try setTrust(options)
        try setLimits(of: request)
    }

    private func setTarget(of request: HTTPRequest) throws(HTTPTransportError) {
        try set(CURLOPT_URL, request.url)
        // A request that may go unencrypted to this machine must not pass through a network.
        if let host = Destination(url: request.url)?.host, ThisMachine.isNamed(by: host) { try set(CURLOPT_PROXY, "") }
        try set(CURLOPT_PATH_AS_IS, 1)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        // Giving up a request in HTTP/2 ends only its stream: the connection is kept even if it fell silent, and every later
        // request would also wait on it. In HTTP/1.1 the connection is closed.
        try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        // The size that the curl command uses; with the default of 16 KiB a fast fetch needs more system calls.
        try set(CURLOPT_BUFFERSIZE, 100 * 1024)
    }

    private func setMethod(of request: HTTPRequest) throws(HTTPTransportError) {
        let method = request.method
        guard EasyHandle.isToken(method) else { throw .other(.invalidMethod(method)) }
        switch method {
        case "GET":
            try set(CURLOPT_HTTPGET, 1)
        case "HEAD":
            try set(CURLOPT_NOBODY, 1)
        default:
            try set(CURLOPT_POST, 1)
            try set(CURLOPT_POSTFIELDS, "")
            try set(CURLOPT_POSTFIELDSIZE, 0)
            try set(CURLOPT_CUSTOMREQUEST, method)
            // If a kept connection closes without a byte, libcurl sends the request again, even if the server has executed it.
            try set(CURLOPT_FRESH_CONNECT, 1)
        }
    }

    private func setTrust(_ options: CurlTransport.Options) throws(HTTPTransportError) {
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = options.caFile { try set(CURLOPT_CAINFO, file) }
        if let directory = options.caDirectory { try set(CURLOPT_CAPATH, directory) }
    }

    private func setLimits(of request: HTTPRequest) throws(HTTPTransportError) {
        try set(CURLOPT_NOSIGNAL, 1)
        // Abandons a name lookup that is too slow; otherwise the thread, and every transfer with it, waits for the resolver.
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, EasyHandle.milliseconds(request.connectTimeout))
    }

    /// A limit in milliseconds: at least 1, since libcurl treats 0 as no limit; at most 23 days.
    static func milliseconds(_ seconds: Double) -> Int {
        seconds > 0.001 ? Int(min(seconds * 1000, 2_000_000_000)) : 1
    }

    /// The request's headers in libcurl's form; `Name:` leaves a header out, `Name;` sends it empty.
    static func headerLines(of request: HTTPRequest) throws(HTTPTransportError) -> [String] {
        var lines = ["Expect:"]
        if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) { lines.append("Content-Type:") }
        for header in request.headers {
            guard isToken(header.name) else { throw .other(.invalidHeaderName(header.name)) }
            // A line break in a value would start another header.
            guard !header.value.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else {
                throw .other(.invalidHeaderValue(of: header.name))
            }
            lines.append(header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
        }
        return lines
    }

    /// Whether text is a token of RFC 9110, section 5.6.2: the form of methods and header names.
    static func isToken(_ text: String) -> Bool {
        let marks = Set("!#$%&'*+-.^_`|~".utf8)
        return !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default:
                    marks.contains(byte)
                }
            }
    }
}
