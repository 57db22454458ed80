import ArgumentParser
import Glibc
import Intuned
import Testing

@testable import jobtop

struct PlatformSettingsTests {
    private static let environment = [
        "INTUNED_API_KEY": "key-v", "INTUNED_WORKSPACE_ID": "workspace-v", "INTUNED_PROJECT": "project-v",
        "INTUNED_API_BASE_URL": "https://variable.example.com/api",
    ]

    /// The settings from these arguments, variables and files.
    private func settings(
        _ arguments: [String] = [], _ environment: [String: String] = environment, file: IntunedFile? = nil
    ) -> Result<PlatformSettings, StartError> {
        guard let command = try? JobtopCommand.parse(arguments) else { return .failure(.runWithoutDemo) }
        do throws(StartError) {
            return .success(
                try PlatformSettings(command.platform, environment: environment, intunedFile: { () throws(StartError) in file }))
        } catch {
            return .failure(error)
        }
    }

    @Test func theVariablesAreEnough() throws {
        let settings = try settings().get()
        #expect(settings.baseURL == "https://variable.example.com/api")
        #expect(settings.host == "variable.example.com")
        #expect([settings.workspace, settings.project, settings.apiKey.reveal()] == ["workspace-v", "project-v", "key-v"])
    }

    @Test func optionsBeatVariables() throws {
        let folder = Folder()
        let file = try folder.write("key-o\n", to: "key")
        let arguments = [
            "--workspace", "workspace-o", "--project", "project-o", "--base-url", "https://option.example.com:8443",
            "--api-key-file", file,
        ]
        let settings = try settings(arguments).get()
        #expect(settings.baseURL == "https://option.example.com:8443")
        #expect(settings.host == "option.example.com:8443")
        #expect([settings.workspace, settings.project, settings.apiKey.reveal()] == ["workspace-o", "project-o", "key-o"])
    }

    @Test func variablesBeatIntunedJSON() throws {
        var environment = Self.environment
        environment["INTUNED_PROJECT"] = nil
        let file = IntunedFile(workspaceId: "workspace-f", projectName: "project-f")
        let settings = try settings([], environment, file: file).get()
        #expect([settings.workspace, settings.project] == ["workspace-v", "project-f"])
    }

    @Test func emptyVariablesAndOptionsCountAsUnset() throws {
        let environment = [
            "INTUNED_API_KEY": "key", "INTUNED_WORKSPACE_ID": "", "INTUNED_PROJECT": "", "INTUNED_API_BASE_URL": "",
        ]
        let file = IntunedFile(workspaceId: "workspace-f", projectName: "project-f")
        let settings = try settings(["--project", ""], environment, file: file).get()
        #expect(settings.baseURL == IntunedClient.publicBaseURL)
        #expect([settings.workspace, settings.project] == ["workspace-f", "project-f"])
    }

    @Test func intunedJSONIsNotReadWithoutNeed() throws {
        let command = try JobtopCommand.parse([])
        _ = try PlatformSettings(command.platform, environment: Self.environment) { () throws(StartError) in throw .noDescriptors
        }
    }

    @Test(arguments: [
        ("INTUNED_API_KEY", StartError.missingKey),
        (
            "INTUNED_WORKSPACE_ID",
            .missing(name: "workspace", option: "--workspace", variable: "INTUNED_WORKSPACE_ID", fileKey: "workspaceId")
        ),
        (
            "INTUNED_PROJECT",
            .missing(name: "project", option: "--project", variable: "INTUNED_PROJECT", fileKey: "projectName")
        ),
    ])
    func whatIsMissingIsNamed(_ variable: String, error: StartError) {
        for value in [nil, ""] {
            var environment = Self.environment
            environment[variable] = value
            #expect(settings([], environment) == .failure(error))
        }
    }

    @Test(arguments: ["http://127.0.0.1:8080/api", "http://127.8.9.1", "http://localhost:1", "http://[::1]:8080"])
    func plainHTTPIsAllowedToThisMachine(_ url: String) throws {
        #expect(try settings(["--base-url", url]).get().baseURL == url)
    }

    @Test(arguments: [
        ("http://api.example.com", "api.example.com"), ("HTTP://api.example.com", "api.example.com"),
        ("http://127.0.0.1.example.com", "127.0.0.1.example.com"), ("http://127.evil.example", "127.evil.example"),
        ("http://localhost.example.com", "localhost.example.com"),
    ])
    func plainHTTPIsRefusedElsewhere(_ url: String, host: String) throws {
        #expect(settings(["--base-url", url]) == .failure(.plainHTTP(host)))
        #expect(try settings(["--base-url", url, "--insecure-http"]).get().host == host)
    }

    @Test(arguments: [
        "https://user@api.example.com", "https://user:secret@api.example.com", "https://api.example.com?key=secret",
        "https://api.example.com#part",
    ])
    func aBaseURLHoldsNeitherUserNorQuery(_ url: String) {
        let error = StartError.baseURL("of api.example.com", reason: "a user, a query or a fragment is not allowed")
        #expect(settings(["--base-url", url]) == .failure(error))
        #expect(!error.sentence.contains("secret"))
    }

    @Test(arguments: ["api.example.com", "/api", "https://"])
    func aBaseURLNamesAHost(_ url: String) {
        let error = StartError.baseURL(url, reason: "it has no host")
        #expect(settings(["--base-url", url]) == .failure(error))
    }

    @Test(arguments: ["http://127.0.0.1:99999/api", "https://api.example.com:0"]) func aBaseURLHasAPortThatThereIs(_ url: String)
    {
        let error = StartError.baseURL(url, reason: "the port must be 1 to 65535")
        #expect(settings(["--base-url", url]) == .failure(error))
    }

    @Test func aBaseURLIsOfTheWeb() {
        let url = "ftp://api.example.com"
        let error = StartError.baseURL(url, reason: "it must start with https:// or http://")
        #expect(settings(["--base-url", url]) == .failure(error))
    }

    @Test(arguments: ["in1_a\nHost: evil", "in1_a\r\nb", "two words", " \n", "sch\u{F6}n", "nul\u{0}", "bel\u{7}"])
    func aKeyIsOneLineOfPrintableCharacters(_ key: String) throws {
        var environment = Self.environment
        environment["INTUNED_API_KEY"] = key
        #expect(settings([], environment) == .failure(.keyIsNotOne(source: "INTUNED_API_KEY")))
        let folder = Folder()
        let file = try folder.write(key, to: "key")
        #expect(settings(["--api-key-file", file]) == .failure(.keyIsNotOne(source: "the file \(file)")))
    }

    @Test func aKeyFileThatIsMissingIsNamed() throws {
        let path = Folder().path + "/none"
        let error = StartError.keyFile(path: path, reason: "no such file")
        #expect(settings(["--api-key-file", path]) == .failure(error))
    }

    @Test func aKeyFileThatCannotBeReadIsNamed() throws {
        let folder = Folder()
        let error = StartError.keyFile(path: folder.path, reason: "not a readable text file")
        #expect(settings(["--api-key-file", folder.path]) == .failure(error))
    }

    /// A pipe, as from `--api-key-file <(command)`.
    @Test func aKeyMayComeThroughAPipe() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        try #require(write(ends[1], "key-p\n", 6) == 6)
        close(ends[1])
        #expect(try settings(["--api-key-file", "/dev/fd/\(ends[0])"]).get().apiKey.reveal() == "key-p")
    }

    @Test func aPipeWithANameIsWaitedFor() throws {
        let path = Folder().path + "-pipe"
        try #require(mkfifo(path, 0o600) == 0)
        defer { unlink(path) }
        Task.detached {
            // Opens once there is a reader.
            let end = open(path, O_WRONLY)
            _ = write(end, "key-p\n", 6)
            close(end)
        }
        #expect(try settings(["--api-key-file", path]).get().apiKey.reveal() == "key-p")
    }

    @Test func aFileWithoutEndHoldsNoKey() throws {
        let folder = Folder()
        let reason = "the file is larger than 64 KiB"
        let sparse = try folder.write("key", to: "large")
        try #require(truncate(sparse, 3 << 30) == 0)
        for path in [sparse, "/dev/zero"] {
            #expect(settings(["--api-key-file", path]) == .failure(.keyFile(path: path, reason: reason)))
        }
    }

    @Test(arguments: [
        ("htp://user:secret@api.example.com/x", "of api.example.com"),
        ("https://user:se/secret@api.example.com", "https://…api.example.com"),
        ("https://user:secret@", "https://…"), ("user:secret@api.example.com", "…api.example.com"),
        ("ftp://api.example.com?key=secret", "of api.example.com"), ("ftp://u:se?secret@h#secret", "ftp://…h…"),
    ])
    func anAddressThatIsNoneIsNamedWithoutItsPassword(_ url: String, shown: String) {
        guard case .failure(.baseURL(let named, _)) = settings(["--base-url", url]) else {
            Issue.record("it was taken")
            return
        }
        #expect(named == shown)
    }

    @Test(arguments: [(0o600, false), (0o400, false), (0o640, true), (0o604, true), (0o644, true), (0o622, false)])
    func aKeyFileThatOthersCanReadBringsAWarning(_ mode: Int, warns: Bool) throws {
        let folder = Folder()
        let file = try folder.write("key", to: "key", mode: mode)
        let sentence =
            "Other users can read \(file), which holds the API key. To prevent that, run chmod 600 on it."
        #expect(try settings(["--api-key-file", file]).get().warnings == (warns ? [sentence] : []))
    }

    @Test(arguments: [(0o600, false), (0o640, true), (0o604, true)])
    func anIntunedJSONThatOthersCanReadBringsAWarningIfItIsUsed(_ mode: Int, warns: Bool) throws {
        let folder = Folder()
        let path = try folder.write(#"{"workspaceId": "w", "projectName": "p"}"#, to: "Intuned.json", mode: mode)
        let file = try IntunedFile.nearest(from: folder.path)
        let sentence =
            "Other users can read \(path), which holds the project's settings. To prevent that, run chmod 600 on it."
        #expect(try settings([], ["INTUNED_API_KEY": "key"], file: file).get().warnings == (warns ? [sentence] : []))
        #expect(try settings(file: file).get().warnings == [])
    }
}
