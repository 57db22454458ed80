import Glibc

/// Certificates made for one test by the openssl command, in a folder of their own.
package struct Certificates {
    /// When a certificate is valid.
    package enum Validity: Sendable {
        /// Two days from now on.
        case now
        /// January 2020.
        case past
    }

    /// Where they are.
    package let folder: String

    /// A certificate authority and one server certificate that it signed.
    ///
    /// - Parameters:
    ///   - name: what the certificate is for, in the form of `subjectAltName`
    ///   - validity: when the server's certificate is valid
    package init(for name: String = "IP:127.0.0.1", valid validity: Validity = .now) throws {
        folder = try Certificates.newFolder()
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try openssl(
            ["req", "-x509", "-keyout", authorityKey, "-out", authority, "-subj", "/CN=Test Authority", "-days", "2"] + key)
        try openssl(
            ["req", "-keyout", serverKey, "-out", request, "-subj", "/CN=Test", "-addext", "subjectAltName=\(name)"] + key)
        switch validity {
        case .now:
            try openssl([
                "x509", "-req", "-in", request, "-CA", authority, "-CAkey", authorityKey, "-CAcreateserial", "-out", server,
                "-days", "2", "-copy_extensions", "copy",
            ])
        case .past:
            try signForThePast()
        }
    }

    /// PEM file of the authority's certificate.
    package var authority: String { folder + "/authority.pem" }
    /// PEM file of the server's certificate.
    package var server: String { folder + "/server.pem" }
    /// PEM file of the server's key.
    package var serverKey: String { folder + "/server.key" }
    private var authorityKey: String { folder + "/authority.key" }
    private var request: String { folder + "/server.csr" }

    /// Takes the files and their folder away.
    package func remove() {
        _ = try? ChildProcess(["rm", "-r", folder]).wait()
    }

    /// Signs by `openssl ca`, the one command that takes dates in every version: `x509 -days` refuses negative numbers since OpenSSL
    /// 3.5 and `x509 -not_after` exists since 3.4.
    private func signForThePast() throws {
        let settings = folder + "/ca.cnf"
        let index = folder + "/index.txt"
        try write(
            """
            [ca]
            default_ca = test
            [test]
            database = \(index)
            serial = \(folder)/serial
            new_certs_dir = \(folder)
            default_md = sha256
            policy = any
            copy_extensions = copy
            [any]
            commonName = supplied

            """, to: settings)
        try write("", to: index)
        try write("01\n", to: folder + "/serial")
        try openssl([
            "ca", "-batch", "-notext", "-config", settings, "-in", request, "-cert", authority, "-keyfile", authorityKey,
            "-out", server, "-startdate", "20200101000000Z", "-enddate", "20200201000000Z",
        ])
    }

    private func write(_ text: String, to path: String) throws {
        guard let stream = fopen(path, "w") else { throw SocketError(code: errno) }
        fputs(text, stream)
        guard fclose(stream) == 0 else { throw SocketError(code: errno) }
    }

    private static func newFolder() throws -> String {
        var template = Array("/tmp/jobtop-tls-XXXXXX".utf8CString)
        guard let path = mkdtemp(&template) else { throw SocketError(code: errno) }
        return String(cString: path)
    }

    private func openssl(_ arguments: [String]) throws {
        let command = try ChildProcess(["openssl"] + arguments)
        guard command.wait() == 0 else { throw ChildProcess.Failed(arguments: arguments) }
    }
}
