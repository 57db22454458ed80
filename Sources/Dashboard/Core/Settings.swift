package import TextScreen

/// What the owner chose when the program was started.
package struct Settings: Hashable, Sendable {
    /// The project whose jobs are shown; the API's `projectName`.
    package var project: String
    /// The host that answers, for sentences about it.
    package var host: String
    /// The origin of the web dashboard, without a slash at its end (API.md section 9).
    package var webOrigin: String
    /// Whether the built-in simulator answers instead of the platform.
    package var isDemo: Bool
    /// The folder that fetched results go to.
    package var resultsFolder: String
    /// The characters that the terminal can show.
    package var charset: Charset
    /// The local time zone.
    package var offsets: UTCOffsets
    /// What the owner should know from the start, in sentences.
    package var warnings: [String]

    /// Creates settings; what is left out is what the program does by default.
    package init(
        project: String, host: String = "app.intuned.io", webOrigin: String = "https://app.intuned.io",
        isDemo: Bool = false, resultsFolder: String = ".", charset: Charset = .unicode,
        offsets: UTCOffsets = .fixed(0), warnings: [String] = []
    ) {
        self.project = project
        self.host = host
        self.webOrigin = webOrigin
        self.isDemo = isDemo
        self.resultsFolder = resultsFolder
        self.charset = charset
        self.offsets = offsets
        self.warnings = warnings
    }
}
