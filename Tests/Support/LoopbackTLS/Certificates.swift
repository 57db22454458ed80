import Glibc

/// Certificates made for one test by the openssl command, in a folder of their own.
package struct Certificates {
    /// Where they are.
    package let folder: String

    /// A certificate authority and one server certificate that it signed.
    ///
    /// - Parameters:
    ///   - name: what the certificate is for, in the form of `subjectAltName`
    ///   - days: how long it is valid from now on; negative has expired
    package init(for name: String = "IP:127.0.0.1", days: Int = 2) throws {
        folder = try Certificates.newFolder()
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try openssl(
            ["req", "-x509", "-keyout", authorityKey, "-out", authority, "-subj", "/CN=Test Authority", "-days", "2"] + key)
        try openssl(
            ["req", "-keyout", serverKey, "-out", request, "-subj", "/CN=Test", "-addext", "subjectAltName=\(name)"] + key)
        try openssl([
            "x509", "-req", "-in", request, "-CA", authority, "-CAkey", authorityKey, "-CAcreateserial", "-out", server,
            "-days", "\(days)", "-copy_extensions", "copy",
        ])
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
        for file in [authority, authorityKey, request, server, serverKey, folder + "/authority.srl"] { unlink(file) }
        rmdir(folder)
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
