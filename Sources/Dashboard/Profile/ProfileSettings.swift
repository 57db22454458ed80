/// The id of a profile in this session: a project of a workspace, requested with one key.
package struct ProfileID: Hashable, Sendable {
    private var number: Int

    /// The profile that is shown at the start.
    package static let first = ProfileID(0)

    /// Creates the id of the profile in this place, 0-based.
    package init(_ number: Int) {
        self.number = number
    }
}

/// The settings of one profile, chosen when the program was started.
package struct ProfileSettings: Hashable, Sendable {
    /// The project whose jobs are shown; the API's `projectName`.
    package var project: String
    /// The host of the API, for messages about it.
    package var host: String
    /// The origin of the web dashboard, without a slash at its end (API.md section 9).
    package var webOrigin: String

    /// Creates the settings of a profile; omitted arguments take the values of the public platform.
    package init(project: String, host: String = "app.intuned.io", webOrigin: String = "https://app.intuned.io") {
        (self.project, self.host, self.webOrigin) = (project, host, webOrigin)
    }
}
