package import TextScreen

/// The choices made when the program was started.
package struct Settings: Hashable, Sendable {
    /// The profile that is shown.
    package var profile: ProfileSettings
    /// Profiles that are polled but not shown.
    package var others: [ProfileSettings]
    /// Whether the built-in simulator answers instead of the platform.
    package var isDemo: Bool
    /// Whether problems change nothing but the screen: no bell, no title, no notification.
    package var isQuiet: Bool
    /// Whether jobtop was started to look only, so that actions are forbidden until the user allows them for a time.
    package var isReadOnly: Bool
    /// Whether the terminal reports the mouse from the start.
    package var usesMouse: Bool
    /// Whether the page of a failed run reads small results into memory, to show why items failed.
    package var peeks: Bool
    /// Whether nothing on the screen is marked because it has just changed.
    package var isStill: Bool
    /// Whether the ids of jobs and runs are kept for the completion in a shell.
    package var keepsSeen: Bool
    /// The folder for fetched results.
    package var resultsFolder: String
    /// The characters that the terminal can show.
    package var charset: Charset
    /// Whether the terminal's font has block elements of every height; that of the Linux console does not.
    package var hasEighths: Bool
    /// The local time zone.
    package var offsets: UTCOffsets
    /// Warnings to show from the start, as sentences.
    package var warnings: [String]
    /// All settings in force, for the page of settings.
    package var inForce: [SettingInForce]

    /// Creates settings; omitted arguments take the program's defaults.
    package init(
        profile: ProfileSettings, others: [ProfileSettings] = [], isDemo: Bool = false, isQuiet: Bool = false,
        isReadOnly: Bool = false, usesMouse: Bool = false, peeks: Bool = true, isStill: Bool = false, keepsSeen: Bool = false,
        resultsFolder: String = ".", charset: Charset = .unicode14, hasEighths: Bool = true,
        offsets: UTCOffsets = .fixed(0), warnings: [String] = [], inForce: [SettingInForce] = []
    ) {
        self.profile = profile
        self.others = others
        self.isDemo = isDemo
        self.isQuiet = isQuiet
        self.isReadOnly = isReadOnly
        self.usesMouse = usesMouse
        self.peeks = peeks
        self.isStill = isStill
        self.keepsSeen = keepsSeen
        self.resultsFolder = resultsFolder
        self.charset = charset
        self.hasEighths = hasEighths
        self.offsets = offsets
        self.warnings = warnings
        self.inForce = inForce
    }
}
