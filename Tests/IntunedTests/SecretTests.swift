import Intuned
import Testing

struct SecretTests {
    private struct Holder {
        let secret = Secret("topsecret")
        let list = [Secret("topsecret")]
    }

    private func dumped(_ value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    @Test func noWayOfPrintingShowsIt() {
        let secret = Secret("topsecret")
        let prints = [
            "\(secret)", String(describing: secret), String(reflecting: secret), dumped(secret), "\(Holder())",
            String(reflecting: Holder()), dumped(Holder()), "\(Mirror(reflecting: secret).children.map(\.value))",
            "\(["k": secret])", "\(JSONValue.secret(secret))", dumped(JSONValue.secret(secret)),
        ]
        #expect(prints.filter { $0.contains("topsecret") } == [])
        #expect("\(secret)" == "••••••••")
        #expect(secret.reveal() == "topsecret")
    }

    @Test func secretsAreEqualWhenTheirTextsAre() {
        #expect(Secret("a") == Secret("a"))
        #expect(Secret("a") != Secret("b"))
    }

    @Test(arguments: [
        ("https://example.com/path", "https://example.com/path"),
        ("https://user:pass@example.com:8443/a/b?token=x#frag", "https://••••@example.com:8443/a/b?••••#••••"),
        ("http://user@example.com", "http://••••@example.com"), ("https://example.com?x", "https://example.com?••••"),
        ("http://user:pa%20ss@example.com/%C3%A4", "http://••••@example.com/%C3%A4"),
        ("https://[2001:db8::1]:80/x", "https://[2001:db8::1]:80/x"),
        ("https://medium.example/@ana", "https://medium.example/@ana"),
        ("http://user:pa/ss@example.com", "••••••••"), ("http://user:12/34@example.com", "••••••••"),
        ("http://u:p@a/b@example.com/", "••••••••"), ("user:pass@proxy:8080", "••••••••"), ("<string>", "••••••••"),
        ("", "••••••••"), ("https://exa mple.com/?a", "••••••••"), ("mailto:ana@example.com", "••••••••"),
    ])
    func theMaskOfAURLKeepsWhatIsPublic(url: String, masked: String) {
        #expect(Secret.url(url).masked == masked)
        #expect(Secret.url(url).reveal() == url)
    }

    @Test func aRequestPrintsNeitherKeyNorQuery() {
        let request = HTTPRequest(
            url: "https://store.example/f?sig=topsecret", headers: [HTTPHeader(name: "x-api-key", value: "topsecret")])
        let head = HTTPResponseHead(status: 200, headers: [HTTPHeader(name: "set-cookie", value: "topsecret")])
        let prints = [
            "\(request)", String(reflecting: request), dumped(request), "\(request.headers)", dumped(request.headers), "\(head)",
            dumped(head),
        ]
        #expect(prints.filter { $0.contains("topsecret") } == [])
        #expect("\(request)" == "GET https://store.example/f?••••")
    }

    @Test func aClientPrintsNoKey() {
        let client = IntunedClient(
            workspaceID: "w", project: "p", apiKey: Secret("topsecret"), transport: ScriptedTransport(status: 200))
        #expect(!"\(client)".contains("topsecret"))
        #expect(!dumped(client).contains("topsecret"))
    }
}
