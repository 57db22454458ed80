/// Text and values that break clients that trust them.
enum StrangeWorld {
    static let plans = texts.map(named) + [oddRuns, oddFields, badRow, unknownWords, DemoWorld.supplierOnboarding] + unreadable

    /// Job ids that clients display, measure, and put into paths.
    static let texts = [
        "größe/preis liste", "価格チェック-毎日", "ציטוט-בוקר\u{202E}gnp.exe", "👩‍👩‍👧‍👦-family-🏳️‍🌈",
        "e\u{301}e\u{301}\u{302}\u{303}\u{304}\u{305}",
        "red\u{1B}[31m\u{1B}]0;owned\u{07}\u{1B}]52;c;ZXZpbA==\u{07}", "c1\u{9B}2J\u{9D}0;title\u{9C}",
        "nul\u{0}bel\u{7}del\u{7F}",
        "zero\u{200B}width\u{FEFF}\u{2066}isolate\u{2069}", "100%25?query#fragment&a=b", "..",
        "very-long-" + String(repeating: "x", count: 300),
    ]

    private static func named(_ id: String) -> Plan {
        Plan(
            id: id, payload: [PayloadItem(apiName: id, parameters: ["text": .string(id), "emoji": "🧑🏽‍🚀"])],
            sink: [
                "type": "webhook", "url": .string("https://user:pa%20ss@example.com/\(PercentEncoding.encoded(id))"),
                "headers": .null,
            ],
            authSession: ["id": .string(id)],
            behaviour: Behaviour(
                subject: .reviews, failureRate: 0.5, failures: [(1, ItemFailure(code: id, category: id, template: id + " {n}"))]),
            history: History(runs: 3))
    }

    /// A job whose runs are each odd in a different way.
    private static let oddRuns = Plan(
        id: "odd-runs", payload: Plan.items(8, "odd", .reviews),
        behaviour: Behaviour(subject: .reviews, failureRate: 0.3, failures: [(1, .unexpected)]),
        history: History(runs: StrangeRuns.all.count + 4),
        oddRuns: Dictionary(uniqueKeysWithValues: StrangeRuns.all.enumerated().map { ($0, $1) }))

    /// Jobs whose pages of runs are not valid for every reader.
    private static let unreadable = StrangeRuns.unreadable.map { id, row in
        Plan(
            id: id, payload: Plan.items(3, "odd", .reviews), behaviour: Behaviour(subject: .reviews), history: History(runs: 2),
            oddRuns: [1: row])
    }

    /// A job in which every nullable or optional field is null or absent.
    private static let oddFields = Plan(
        id: "nulls-everywhere", configuration: Configuration(maximumAttempts: nil, requestTimeout: nil),
        payload: [PayloadItem(apiName: "x", parameters: [:])], behaviour: Behaviour(subject: .reviews), history: History(runs: 2),
        overlay: [
            (
                "configuration",
                ["retry": .null, "maxConcurrentRequests": .null, "requestTimeout": .null, "maxRuns": .null, "proxy": .null]
            ),
            ("schedule", nil), ("next_run_time", nil), ("notifications", nil), ("source", .null), ("schedule_id", nil),
            ("reason", nil),
        ])

    /// A row that no reader can understand, among good ones.
    private static let badRow = Plan(
        id: "bad-row", payload: [], behaviour: Behaviour(subject: .reviews), history: History(runs: 1),
        overlay: [("id", .int(42)), ("state", ["ACTIVE"]), ("payload", "none"), ("created_at", .bool(false))])

    /// Words and fields that no client knows.
    private static let unknownWords = Plan(
        id: "unknown-words", payload: Plan.items(2, "x", .reviews), behaviour: Behaviour(subject: .reviews),
        history: History(runs: 2),
        overlay: [
            ("state", "HIBERNATING"), ("source", "AGENT"),
            ("reason", ["type": "quarantined", "message": "A new kind of reason."]),
            ("sink", ["type": "kafka", "brokers": ["b1.example:9092"], "saslPassword": "kafka-Secret-77", "topic": "results"]),
            ("proxy", .string(Plan.proxy)), ("notifications", ["type": "pager", "routingKey": "pd-Secret-91"]),
            ("apiToken", "tok_hidden_5521"), ("clientSecret", ["value": "nested-Secret-13"]),
            ("futureField", ["a": [1, 2, ["b": .null]]]),
            (
                "schedule",
                [
                    "jitter": "soon", "intervals": [["every": "fortnightly"]], "calendars": [["moonPhase": "FULL"]],
                    "cron": "* * * * *",
                ]
            ),
        ])
}
