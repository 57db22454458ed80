import Glibc
package import ResultsFile

/// jobtop's own folder for files that outlive it.
package enum StateFolder {
    /// The folder's path by the rules of the XDG base directories; nil without a home.
    ///
    /// A relative XDG_STATE_HOME does not count (XDG Base Directory Specification, Environment variables).
    package static func path(environment: [String: String]) -> String? {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return "\(state)/jobtop" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home)/.local/state/jobtop"
    }

    /// Makes every missing folder of a file's path; the last one is its owner's alone.
    package static func make(for file: String) throws(FileFailure) {
        let parts = file.split(separator: "/").dropLast()
        var folder = ""
        for part in parts {
            folder += "/" + part
            guard mkdir(folder, 0o700) != 0, errno != EEXIST else { continue }
            // A folder that may not be made may be there; opening the file tells.
            guard errno == EACCES || errno == EROFS || errno == EPERM else { throw FileFailure(path: folder, code: errno) }
        }
        chmod(folder, 0o700)
    }
}
