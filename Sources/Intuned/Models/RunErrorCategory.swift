/// Whose fault an error is; independent of its code.
public enum RunErrorCategory: String, CaseIterable, Sendable {
    /// The plan or its credits.
    case billing
    /// The platform.
    case infrastructure
    /// The script.
    case execution
    /// The login.
    case auth
    /// The input.
    case user
}
