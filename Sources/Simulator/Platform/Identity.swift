/// The workspace and project that the platform serves, and their key.
struct Identity: Sendable {
    var apiKey: String
    var workspaceID: String
    var project: String
    var projectID: String
}
