/// Which workspace and project the platform serves, and the key that opens it.
struct Identity: Sendable {
    var apiKey: String
    var workspaceID: String
    var project: String
    var projectID: String
}
