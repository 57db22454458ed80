import Foundation
import LoopbackTLS
import Testing

/// A platform that cannot be reached: the header shows `offline` with its age, and the line above the footer says why.
@Suite(.serialized, .enabled(if: ChildProcess.exists("openssl"), "the openssl command is missing: apt-get install openssl"))
struct UnreachableTests {
    private static let identity = [
        "INTUNED_API_KEY": "key", "INTUNED_WORKSPACE_ID": "123e4567-e89b-12d3-a456-426614174000", "INTUNED_PROJECT": "shop",
    ]

    /// Opens the dashboard with a base URL and waits for the first message about it.
    private func expect(
        _ word: String, _ reason: String, at url: String, _ variables: [String: String] = [:], _ options: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let environment = Self.identity.merging(["INTUNED_API_BASE_URL": url]) { $1 }.merging(variables) { $1 }
        let terminal = try Terminal(columns: 160, environment: environment, running: "exec \(Jobtop.command) \(options)")
        terminal.expect("▲ \(word)", sourceLocation: sourceLocation)
        terminal.expect(reason, sourceLocation: sourceLocation)
        let header = terminal.screen.prefix { $0 != "\n" }
        #expect(header.contains(try Regex("▲ \(word) \\d+s")), "\(header)", sourceLocation: sourceLocation)
        terminal.press("q")
    }

    /// A port on which nothing listens.
    private func silentPort() throws -> Int {
        let platform = try Platform()
        platform.stop()
        return platform.port
    }

    @Test func aNameThatNobodyKnowsIsNamed() throws {
        try expect("offline", "Cannot resolve jobtop.invalid", at: "https://jobtop.invalid/api")
    }

    @Test func aPortWhereNothingListensIsNamed() throws {
        let port = try silentPort()
        try expect("offline", "127.0.0.1:\(port) refused the connection", at: "http://127.0.0.1:\(port)/api")
    }

    @Test(
        arguments: [
            ("IP:127.0.0.1", .now, false, "the certificate's issuer is unknown"),
            ("IP:127.0.0.1", .past, true, "the certificate has expired"),
            ("DNS:elsewhere.example", .now, true, "the certificate is for another host"),
        ] as [(String, Certificates.Validity, Bool, String)])
    func aCertificateThatCannotBeTrustedIsNamed(
        name: String, validity: Certificates.Validity, isKnown: Bool, reason: String
    ) throws {
        let certificates = try Certificates(for: name, valid: validity)
        defer { certificates.remove() }
        let server = try TLSServer(certificates)
        defer { server.stop() }
        try expect(
            "offline", "Cannot connect to 127.0.0.1 securely: \(reason).", at: "https://127.0.0.1:\(server.port)/api", [:],
            isKnown ? "--ca-file \(certificates.authority)" : "")
    }

    /// OpenSSL's server answers with a web page, so a client that sees the page has trusted the server.
    @Test func anAuthorityIsTrustedHoweverItIsNamed() throws {
        let certificates = try Certificates()
        defer { certificates.remove() }
        let server = try TLSServer(certificates)
        defer { server.stop() }
        let url = "https://127.0.0.1:\(server.port)/api"
        let file = certificates.authority
        try expect("not understood", "a web page instead of JSON (200", at: url, [:], "--ca-file \(file)")
        for variables in [["CURL_CA_BUNDLE": file], ["CURL_CA_BUNDLE": "", "SSL_CERT_FILE": file]] {
            try expect("not understood", "a web page instead of JSON (200", at: url, variables)
        }
        try expect("offline", "the file of certificate authorities cannot be read", at: url, [:], "--ca-file /none")
    }

    @Test(arguments: ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]) func theProxyOfTheEnvironmentIsAsked(
        variable: String
    )
        throws
    {
        let port = try silentPort()
        let proxy = [variable: "http://user:Secret@127.0.0.1:\(port)"]
        try expect("offline", "127.0.0.1:\(port) refused the connection", at: "https://jobtop.invalid/api", proxy)
    }

    @Test(arguments: ["no_proxy", "NO_PROXY"]) func whatNeedsNoProxyIsAskedDirectly(variable: String) throws {
        let proxy = ["https_proxy": "http://127.0.0.1:\(try silentPort())", variable: "jobtop.invalid"]
        try expect("offline", "Cannot resolve jobtop.invalid", at: "https://jobtop.invalid/api", proxy)
    }

    /// The key would cross the network unencrypted, although the URL is this machine's.
    @Test func thisMachineIsNeverAskedThroughAProxy() throws {
        let platform = try Platform()
        let proxy = "http://127.0.0.1:\(try silentPort())"
        let environment = platform.environment.merging(["http_proxy": proxy, "all_proxy": proxy]) { $1 }
        let terminal = try Terminal(environment: environment, running: Jobtop.command)
        terminal.expect("● live")
        terminal.press("q")
    }
}
