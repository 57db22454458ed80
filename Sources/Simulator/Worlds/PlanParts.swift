/// Parts shared by the plans of several worlds.
extension Plan {
    /// This many payload items of one API, with parameters that fit the subject.
    static func items(_ count: Int, _ apiName: String, _ subject: Subject, timeout: Int? = nil, attempts: Int? = nil)
        -> [PayloadItem]
    {
        (0..<count).map { index in
            PayloadItem(
                apiName: apiName, parameters: subject.parameters(index, Dice(UInt64(count))), requestTimeout: timeout,
                maximumAttempts: attempts)
        }
    }

    /// A webhook sink with secrets in its headers, its URL's userinfo and its query.
    static func webhook(_ host: String, skipOnFail: Bool = false, apis: [String] = []) -> JSON {
        [
            "type": "webhook",
            "url": .string("https://hooks:s3cr3t-Hook-Pass@\(host)/intuned/results?token=whk_live_51b0c9e7a2&team=pricing"),
            "headers": [
                "Content-Type": "application/json", "Authorization": "Bearer eyJhbGciOiJIUzI1NiJ9.c2VjcmV0LXNpbms.4f1c9d",
                "X-Signing-Secret": "whsec_9ZkT2mQ7Lx0e",
            ],
            "skipOnFail": .bool(skipOnFail), "apisToSend": apis.isEmpty ? .null : .array(apis.map(JSON.string)),
        ]
    }

    /// An S3 sink with every field.
    static let bucket: JSON = [
        "type": "s3", "bucket": "acme-data-lake-raw", "accessKeyId": "AKIA4ZSIMULATOR7QXE", "region": "eu-central-1",
        "secretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYsimulated", "prefix": "intuned/exports/", "skipOnFail": true,
        "apisToSend": ["export-page"], "endpoint": "https://s3.eu-central-1.amazonaws.com", "forcePathStyle": false,
    ]

    /// A login that is checked before a run, with every field.
    static func authSession(_ id: String, saveTrace: Bool = false) -> JSON {
        ["id": .string(id), "checkAttempts": 3, "createAttempts": 2, "saveTrace": .bool(saveTrace)]
    }

    /// A webhook for notifications about the job's runs.
    static let notification: JSON = [
        [
            "type": "webhook", "url": "https://chat.acme.example/hooks/T024BE7LD/B0A1?key=ntf_7d1e0b",
            "headers": ["X-Chat-Token": "xoxb-2041-simulated-0f9a"],
        ]
    ]

    static let proxy = "http://customer-acme:Pr0xy-Passw0rd@gw.proxy.example:8011"

    static let everyDay = Array(0...6)
    static let workdays = Array(1...5)
}
