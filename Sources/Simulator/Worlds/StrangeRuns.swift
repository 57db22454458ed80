/// Rows of runs, each odd in one way.
enum StrangeRuns {
    static let all = words + texts + numbers + times + wholes

    /// Rows that may invalidate their whole page, since many readers reject such JSON; each has the id of a separate job.
    static let unreadable: [(id: String, row: OddRun)] = [
        ("unpaired-surrogate", OddRun(overlay: [("reason", ["type": "terminated", "message": .raw(#""half \ud83d of it""#)])])),
        (
            "ten-thousand-deep",
            OddRun(overlay: [("reason", ["type": "terminated", "message": "deep", "details": .raw(deep(10_000))])])
        ),
        ("not-a-number", OddRun(overlay: [("payloads", .raw("NaN")), ("failed_runs", .raw("-Infinity"))])),
        ("raw-control-characters", OddRun(overlay: [("job_id", .raw("\"\u{1}\u{1B}[2J\n\""))])),
    ]

    private static let words: [OddRun] = [
        OddRun(overlay: [("status", "HALF_DONE"), ("type", "WEBHOOK")]),
        OddRun(overlay: [("status", "RUNNING"), ("end_time", .null)]),
        OddRun(overlay: [("status", "FAILED")]), OddRun(overlay: [("status", "CANCELLED")]),
        OddRun(overlay: [("reason", ["type": "moon-phase", "message": "Unknown reason."])], status: .canceled),
        OddRun(
            overlay: [
                ("error", ["message": "Unknown code.", "code": "new-code", "category": "new-category", "retriable": true])
            ],
            status: .failure),
        OddRun(overlay: [
            (
                "error",
                [
                    "message": "Snake case.", "code": "internal-server-error", "category": "billing", "correlation_id": "snake-1",
                    "retryable": true,
                ]
            )
        ]),
        OddRun(overlay: [
            (
                "job_configuration_snapshot",
                ["configuration": [:], "sink": ["type": "ftp", "password": "ftp-Secret-3"], "webhookSecret": "snap-Secret-8"]
            )
        ]),
        OddRun(status: .success, results: .misnamed(format: "fo\u{1B}[2Jrmat", file: .items)),
    ]

    private static let texts: [OddRun] = [
        message("\u{1B}[2J\u{1B}[H\u{1B}]8;;https://evil.example/\u{1B}\\click\u{1B}]8;;\u{1B}\\ \u{9B}31m \u{0}\u{8}\u{7F}"),
        message("rtl \u{202E}txet sdrawkcab\u{202C} \u{2067}isolate\u{2069} עברית العربية"),
        message("日本語のメッセージ 한국어 中文 ｆｕｌｌｗｉｄｔｈ 👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿🇩🇪👍🏿"),
        message("combining " + "Z" + String(repeating: "\u{300}\u{323}\u{334}", count: 200)),
        message(String(repeating: "A very long message without end. ", count: 6_061)),
        message("many\nlines\r\nof\rtext\ttabs\u{B}\u{C}\u{85}\u{2028}\u{2029}" + String(repeating: "\n", count: 500)),
        OddRun(overlay: [
            ("reason", ["type": "user-request", "message": "", "details": nested(200), "doc_url": "javascript:alert(1)"])
        ]),
        OddRun(overlay: [
            (
                "reason",
                ["type": "terminated", "message": "Twice.", "details": .raw(#"{"a":1,"a":2}"#), "message": "The same key."]
            )
        ]),
    ]

    private static let numbers: [OddRun] = [
        OddRun(overlay: [("payloads", .null), ("successful_runs", .null), ("failed_runs", .null)]),
        OddRun(overlay: [("payloads", "12"), ("successful_runs", "7"), ("failed_runs", "5")]),
        OddRun(overlay: [
            ("payloads", .raw("99999999999999999999")), ("successful_runs", .raw("1e3")), ("failed_runs", .raw("2.0")),
        ]),
        OddRun(overlay: [("payloads", .int(-3)), ("successful_runs", .int(10)), ("failed_runs", .int(-1))]),
        OddRun(overlay: [("payloads", .int(5)), ("successful_runs", .int(90)), ("failed_runs", .int(40))]),
    ]

    private static let times: [OddRun] = [
        OddRun(overlay: [("start_time", "2026-11-01T00:00:00Z"), ("end_time", "2026-11-01T00:30:00.123456Z")]),
        OddRun(overlay: [("start_time", "2026-11-01T02:00:00+02:00"), ("end_time", "2026-11-01T02:30:00.5+0200")]),
        OddRun(overlay: [("start_time", "2026-11-01 00:00:00+00"), ("end_time", "2026-11-01 00:30:00.123456+00")]),
        OddRun(overlay: [("start_time", .int(1_793_491_200)), ("end_time", "yesterday")]),
        OddRun(overlay: [("start_time", .null), ("end_time", .null)], status: .canceled),
        OddRun(overlay: [
            ("start_time", "2026-11-01T01:00:00Z"), ("end_time", "2026-11-01T00:00:00Z"), ("updated_at", "9999-12-31T23:59:59Z"),
        ]),
        OddRun(overlay: [("end_time", nil), ("updated_at", nil), ("workspace_id", nil), ("created_at", "0001-01-01T00:00:00Z")]),
    ]

    private static let wholes: [OddRun] = [
        OddRun(row: "not a run"), OddRun(row: .null), OddRun(row: [1, 2, 3]),
        OddRun(overlay: [
            ("id", .int(17)), ("status", .array([])), ("payloads", "many"), ("error", "broken"), ("reason", .int(1)),
        ]),
        OddRun(overlay: [("id", nil), ("status", nil)]),
        OddRun(overlay: [("job_configuration_snapshot", nil)]),
        OddRun(overlay: [("internal_token", "row-Secret-21"), ("cost", .number(0.125)), ("attempts", [["n": 1], ["n": 2]])]),
    ]

    private static func message(_ text: String) -> OddRun {
        OddRun(
            overlay: [
                (
                    "error",
                    [
                        "message": .string(text), "code": "internal-server-error", "category": "infrastructure",
                        "details": ["text": .string(text)],
                    ]
                ),
                ("reason", ["type": "user-request", "message": .string(text)]),
            ], status: .failure)
    }

    private static func nested(_ depth: Int) -> JSON {
        (0..<depth).reduce(JSON.string("bottom")) { inner, level in level % 2 == 0 ? [inner] : ["level": inner] }
    }

    private static func deep(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
}
