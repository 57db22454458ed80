import Intuned
import Testing

struct RedactionTests {
    private static let secrets = [
        "hook-pass", "hook-token", "bearer-1", "AKIA-1", "s3-secret-1", "proxy-pass", "inner-pass", "note-token", "note-header",
        "saslpass-1", "nested-1", "listed-1", "4711", "look-pass", "detail-pass", "detail-cookie", "signed-1", "sig-in-text",
        "azure-1",
    ]

    private static let text = """
        {"jobRun": {"id": "r", "status": "FAILURE", "error": {"message": "m", "details": {"note": "via http://u:detail-pass@p.example/x now",
        "cookie": "detail-cookie"}},
        "reason": {"message": "m", "details": {"at": "see https://s.example/f?X-Amz-Signature=sig-in-text.",
        "also": "https://z.example/c/f.jsonl?sv=2024-11-04&sig=azure-1"}},
        "job_configuration_snapshot": {
        "configuration": {"proxy": "http://u:inner-pass@c.example"},
        "sink": SINK,
        "proxy": {"version": "v1", "url": "http://u:proxy-pass@p.example:8080"},
        "notifications": [{"type": "webhook", "url": "https://n.example/?t=note-token", "headers": {"X": "note-header"}}],
        "saslPassword": "saslpass-1", "clientSecret": {"value": "nested-1", "n": 4711, "on": true}, "api-key": ["listed-1"],
        "upstream": "postgres://u:look-pass@db.example/x", "public": "seen"}},
        "results": {"signed_url": "https://store.example/f?sig=signed-1", "format": "jsonl"}}
        """

    private static let webhook = """
        {"type": "webhook", "url": "https://u:hook-pass@h.example/in?k=hook-token", "headers": {"Authorization": "bearer-1"}}
        """
    private static let s3 =
        #"{"type": "s3", "bucket": "b", "accessKeyId": "AKIA-1", "secretAccessKey": "s3-secret-1", "region": "r"}"#
    private static let unknown =
        #"{"type": "x", "accessKeyId": "AKIA-1", "url": "ftp://u:hook-pass@f.example", "headers": {"A": "bearer-1"}}"#

    private func detail(sink: String) throws -> JobRunDetail {
        var parts = Self.text.split(separator: "SINK", maxSplits: 1)
        parts.insert(sink[...], at: 1)
        return try decode(parts.joined())
    }

    @Test(arguments: [webhook, s3, unknown]) func noSecretShowsInAnyPrintOfAWholeRun(sink: String) throws {
        let detail = try detail(sink: sink)
        var dumped = ""
        dump(detail, to: &dumped)
        let tree = try #require(detail.jobRun.snapshot?.tree)
        let lines = tree.indented().joined(separator: "\n")
        for print in ["\(detail)", String(reflecting: detail), dumped, lines] {
            #expect(Self.secrets.filter { print.contains($0) } == [])
        }
        #expect(lines.contains("seen"))
    }

    @Test func theTreeKeepsEveryFieldAndRevealsItOnRequest() throws {
        let tree = try #require(try detail(sink: Self.webhook).jobRun.snapshot?.tree)
        let headers = JSONValue.object([.init(name: "Authorization", value: .secret(Secret("bearer-1")))])
        let expected = JSONValue.object([
            .init(name: "api-key", value: .array([.secret(Secret("listed-1"))])),
            .init(
                name: "clientSecret",
                value: .object([
                    .init(name: "n", value: .secret(Secret("4711"))), .init(name: "on", value: .bool(true)),
                    .init(name: "value", value: .secret(Secret("nested-1"))),
                ])),
            .init(
                name: "configuration",
                value: .object([.init(name: "proxy", value: .secret(.url("http://u:inner-pass@c.example")))])),
            .init(
                name: "notifications",
                value: .array([
                    .object([
                        .init(name: "headers", value: .object([.init(name: "X", value: .secret(Secret("note-header")))])),
                        .init(name: "type", value: .string("webhook")),
                        .init(name: "url", value: .secret(.url("https://n.example/?t=note-token"))),
                    ])
                ])),
            .init(
                name: "proxy",
                value: .object([
                    .init(name: "url", value: .secret(.url("http://u:proxy-pass@p.example:8080"))),
                    .init(name: "version", value: .string("v1")),
                ])),
            .init(name: "public", value: .string("seen")), .init(name: "saslPassword", value: .secret(Secret("saslpass-1"))),
            .init(
                name: "sink",
                value: .object([
                    .init(name: "headers", value: headers), .init(name: "type", value: .string("webhook")),
                    .init(name: "url", value: .secret(.url("https://u:hook-pass@h.example/in?k=hook-token"))),
                ])),
            .init(name: "upstream", value: .secret(.url("postgres://u:look-pass@db.example/x"))),
        ])
        #expect(tree == expected)
    }

    @Test func onlyTheURLIsHiddenInALongerText() throws {
        let details = try #require(try detail(sink: "null").jobRun.error?.details)
        #expect(
            details.indented() == ["{", "  \"cookie\": \"••••••••\",", "  \"note\": \"via http://••••@p.example/x now\"", "}"])
    }

    @Test func messagesHideTheSecretsInTheirURLs() throws {
        let run: JobRun = try decode(
            """
            {"id": "r", "status": "FAILURE", "error": {"message": "No way through http://u:topsecret@p.example:8080"},
             "reason": {"message": "'https://s.example/f?sig=1&token=topsecret' is gone"}}
            """)
        #expect(run.error == RunError(message: "No way through http://••••@p.example:8080"))
        #expect(run.reason == RunReason(message: "'https://s.example/f?••••' is gone"))
    }

    @Test(arguments: [
        "apiKey", "api_key", "X-Api-Key", "client_secret", "accessToken", "PASSWORD", "passwd", "Authorization", "credentials",
        "Set-Cookie", "privateKey",
    ])
    func aNameTellsASecret(name: String) throws {
        let snapshot: ConfigurationSnapshot = try decode(#"{"\#(name)": "x"}"#)
        #expect(snapshot.tree == .object([.init(name: name, value: .secret(Secret("x")))]))
    }

    @Test(arguments: ["name", "id", "bucket", "region", "keyboard", "author"]) func otherNamesTellNone(name: String) throws {
        let snapshot: ConfigurationSnapshot = try decode(#"{"\#(name)": "https://public.example/?page=2"}"#)
        #expect(snapshot.tree == .object([.init(name: name, value: .string("https://public.example/?page=2"))]))
    }

    @Test func payloadParametersHideWhatIsNamedLikeASecret() throws {
        let item: PayloadItem = try decode(#"{"apiName": "a", "parameters": {"password": "p", "page": 2}}"#)
        #expect(
            item.parameters
                == .object([
                    .init(name: "page", value: .number("2")), .init(name: "password", value: .secret(Secret("p"))),
                ]))
    }
}
