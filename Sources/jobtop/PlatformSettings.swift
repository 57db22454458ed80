import CurlTransport
import Dashboard
import FoundationEssentials
import Glibc
import Intuned

/// The platform, key, workspace and project to use: from options first, then the environment, then Intuned.json.
struct PlatformSettings: Equatable {
    var baseURL: String
    var host: String
    var workspace: String
    var project: String
    var apiKey: Secret
    /// Warnings about the files that were read, as sentences.
    var warnings: [String]
    /// The origin of each setting.
    private(set) var origins: [Name: SettingInForce.Origin]

    /// The names of these settings.
    enum Name: CaseIterable {
        case workspace, project, baseURL, apiKey
    }

    /// Combines the settings from all sources.
    ///
    /// - Parameter intunedFile: called only if a setting is missing elsewhere.
    init(
        _ options: PlatformOptions, environment: [String: String], intunedFile: () throws(StartError) -> IntunedFile?
    ) throws(StartError) {
        var origins: [Name: SettingInForce.Origin] = [:]
        func given(_ name: Name, _ option: (name: String, value: String?), _ variable: String) -> String? {
            if let value = option.value, !value.isEmpty {
                origins[name] = .option(option.name)
                return value
            }
            guard let value = environment[variable], !value.isEmpty else { return nil }
            origins[name] = .variable(variable)
            return value
        }
        baseURL = given(.baseURL, ("--base-url", options.baseURL), "INTUNED_API_BASE_URL") ?? IntunedClient.publicBaseURL
        host = try Self.host(of: baseURL, allowsPlain: options.insecureHTTP)
        apiKey = try Self.key(file: options.apiKeyFile, environment: environment)
        origins[.apiKey] = options.apiKeyFile.map { .file($0) } ?? .variable("INTUNED_API_KEY")
        let workspace = given(.workspace, ("--workspace", options.workspace), "INTUNED_WORKSPACE_ID")
        let project = given(.project, ("--project", options.project), "INTUNED_PROJECT")
        let file = workspace == nil || project == nil ? try intunedFile() : nil
        guard let workspace = workspace ?? file?.workspaceId, !workspace.isEmpty else {
            throw .missing(name: "workspace", option: "--workspace", variable: "INTUNED_WORKSPACE_ID", fileKey: "workspaceId")
        }
        guard let project = project ?? file?.projectName, !project.isEmpty else {
            throw .missing(name: "project", option: "--project", variable: "INTUNED_PROJECT", fileKey: "projectName")
        }
        (self.workspace, self.project) = (workspace, project)
        for name in [Name.workspace, .project] where origins[name] == nil { origins[name] = file.map { .file($0.path) } }
        self.origins = origins
        warnings = [
            KeyProtection.keyFileWarning(options),
            file.flatMap { KeyProtection.warning(about: $0.path, holding: "the project's settings") },
        ].compactMap { $0 }
    }

    /// The web dashboard's origin: always the public platform's, whichever API is used (API.md section 9).
    static let webOrigin = "https://app.intuned.io"

    private static func host(of baseURL: String, allowsPlain: Bool) throws(StartError) -> String {
        guard let url = URL(string: baseURL), let host = url.host(), !host.isEmpty else {
            throw .baseURL(Self.withoutSecrets(baseURL), reason: "it has no host")
        }
        guard url.user() == nil, url.query() == nil, url.fragment() == nil else {
            throw .baseURL("of \(host)", reason: "a user, a query or a fragment is not allowed")
        }
        guard (1...65_535).contains(url.port ?? 443) else {
            throw .baseURL(Self.withoutSecrets(baseURL), reason: "the port must be 1 to 65535")
        }
        switch url.scheme?.lowercased() {
        case "https": break
        case "http":
            guard ThisMachine.isNamed(by: host) || allowsPlain else { throw .plainHTTP(host) }
        default: throw .baseURL(Self.withoutSecrets(baseURL), reason: "it must start with https:// or http://")
        }
        return url.port.map { "\(host):\($0)" } ?? host
    }

    /// An unreadable address, without the parts that may be a user, a password or a query.
    private static func withoutSecrets(_ address: String) -> String {
        let start = address.firstRange(of: "://")?.upperBound ?? address.startIndex
        var rest = address[start...]
        var isShortened = false
        if let at = rest.lastIndex(of: "@") {
            rest = rest[rest.index(after: at)...]
            isShortened = true
        }
        let end = rest.firstIndex { $0 == "?" || $0 == "#" } ?? rest.endIndex
        return address[..<start] + (isShortened ? "…" : "") + rest[..<end] + (end < rest.endIndex ? "…" : "")
    }

    private static func key(file: String?, environment: [String: String]) throws(StartError) -> Secret {
        if let file {
            return try key(KeyFile.text(of: file), source: "the file \(file)")
        }
        guard let text = environment["INTUNED_API_KEY"], !text.isEmpty else { throw .missingKey }
        return try key(text, source: "INTUNED_API_KEY")
    }

    /// Checks a key: a line break inside would add a header to every request.
    private static func key(_ text: String, source: String) throws(StartError) -> Secret {
        let key = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !key.isEmpty, key.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) }) else {
            throw .keyIsNotOne(source: source)
        }
        return Secret(key)
    }
}
