/// The program's version, used by `--version` and the User-Agent.
enum Version {
    static let number = "0.1.0"
    static let text = "jobtop \(number)"
}
