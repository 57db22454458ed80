extension CurlTransport {
    /// Options that apply to every request of a transport.
    package struct Options: Equatable, Sendable {
        /// Value of the `User-Agent` header, unless a request has its own.
        package var userAgent: String
        /// PEM file of the trusted certificate authorities; nil means the system's.
        package var caFile: String?
        /// Folder of trusted certificate authorities, named by hash as `openssl rehash` does; nil means the system's.
        package var caDirectory: String?
        /// Whether a signed URL may go over plain http to a host that is not this machine.
        package var allowsUnencrypted = false

        /// Options with the system's certificate authorities, unless others are named.
        package init(
            userAgent: String = "jobtop", caFile: String? = nil, caDirectory: String? = nil, allowsUnencrypted: Bool = false
        ) {
            self.userAgent = userAgent
            self.caFile = caFile
            self.caDirectory = caDirectory
            self.allowsUnencrypted = allowsUnencrypted
        }

        /// Options that trust what the curl command would trust: the given file, otherwise the files that the environment names.
        ///
        /// `CURL_CA_BUNDLE` wins over `SSL_CERT_FILE` and `SSL_CERT_DIR`; an empty variable counts as unset.
        /// Source: curl(1), ENVIRONMENT and `--cacert`.
        package init(userAgent: String = "jobtop", caFile: String?, environment: [String: String]) {
            func variable(_ name: String) -> String? {
                environment[name].flatMap { $0.isEmpty ? nil : $0 }
            }
            if let file = caFile ?? variable("CURL_CA_BUNDLE") {
                self.init(userAgent: userAgent, caFile: file)
            } else {
                self.init(
                    userAgent: userAgent, caFile: variable("SSL_CERT_FILE"), caDirectory: variable("SSL_CERT_DIR"))
            }
        }
    }
}
