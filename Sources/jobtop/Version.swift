import CBuild

/// The program's version, used by `--version` and the User-Agent.
enum Version {
    static let number = "0.1.0"
    /// The commit that the program was built from; empty if that is not known.
    static let commit = String(cString: jobtop_commit())
    static let text = text(commit: commit)

    static func text(commit: String) -> String {
        commit.isEmpty ? "jobtop \(number)" : "jobtop \(number) (\(commit))"
    }
}
