/// Names one profile in this session: a project of a workspace, asked for with one key.
package struct ProfileID: Hashable, Sendable {
    private var number: Int

    /// The profile that is shown at the start.
    package static let first = ProfileID(0)

    /// Creates the id of the profile in this place, 0-based.
    package init(_ number: Int) {
        self.number = number
    }
}

/// What is chosen for one profile when the program is started.
package struct ProfileSettings: Hashable, Sendable {
    /// The project whose jobs are shown; the API's `projectName`.
    package var project: String
    /// The host that answers, for sentences about it.
    package var host: String
    /// The origin of the web dashboard, without a slash at its end (API.md section 9).
    package var webOrigin: String

    /// Creates the settings of a profile; what is left out is the public platform's.
    package init(project: String, host: String = "app.intuned.io", webOrigin: String = "https://app.intuned.io") {
        (self.project, self.host, self.webOrigin) = (project, host, webOrigin)
    }
}
