/// The program's version, as `--version` and the User-Agent name it.
enum Version {
    static let number = "0.1.0"
    static let text = "jobtop \(number)"
}
