package import TextScreen

/// What the owner chose when the program was started.
package struct Settings: Hashable, Sendable {
    /// The profile that is shown.
    package var profile: ProfileSettings
    /// Profiles that are asked about as well and not shown.
    package var others: [ProfileSettings]
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
    /// All settings in force, for the page of settings.
    package var inForce: [SettingInForce]

    /// Creates settings; what is left out is what the program does by default.
    package init(
        profile: ProfileSettings, others: [ProfileSettings] = [], isDemo: Bool = false, resultsFolder: String = ".",
        charset: Charset = .unicode,
        offsets: UTCOffsets = .fixed(0), warnings: [String] = [], inForce: [SettingInForce] = []
    ) {
        self.profile = profile
        self.others = others
        self.isDemo = isDemo
        self.resultsFolder = resultsFolder
        self.charset = charset
        self.offsets = offsets
        self.warnings = warnings
        self.inForce = inForce
    }
}
