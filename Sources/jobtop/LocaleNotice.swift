import TextScreen

/// Why a terminal gets ASCII only, where nobody asked for that: the user sees it once, at the start.
enum LocaleNotice: Equatable {
    /// No locale is set at all, as in most containers.
    case unset
    /// A variable names a locale that has ASCII only.
    case plain(variable: String, value: String)
    /// A variable names a locale of UTF-8 that this machine does not have.
    case missing(variable: String, value: String)

    /// The reason; nil where all characters are drawn, where ASCII was asked for, and where the locale has another encoding.
    ///
    /// - Parameter charset: what the terminal gets, by the locale that is in force (setlocale(3)).
    init?(charset: Charset, isASCIIWanted: Bool, environment: [String: String]) {
        guard charset == .ascii, !isASCIIWanted else { return nil }
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        // The first one that is not empty counts (locale(7)).
        guard let (variable, value) = names.lazy.map({ ($0, environment[$0] ?? "") }).first(where: { !$0.1.isEmpty }) else {
            self = .unset
            return
        }
        let encoding = value.split(separator: ".").last?.prefix { $0 != "@" }.lowercased().filter { $0 != "-" }
        if value == "C" || value == "POSIX" {
            self = .plain(variable: variable, value: value)
        } else if encoding == "utf8" {
            self = .missing(variable: variable, value: value)
        } else {
            return nil
        }
    }

    /// What the user sees: the reason, and the variable to set.
    var notice: String {
        switch self {
        case .unset: "No locale is set; drawing with ASCII only. For all characters, set LANG=C.UTF-8."
        case .plain(let variable, let value):
            "\(variable)=\(value): drawing with ASCII only. For all characters, set \(variable)=C.UTF-8."
        case .missing(let variable, let value):
            "The locale \(value) is not installed; drawing with ASCII only. For all characters, set \(variable)=C.UTF-8."
        }
    }
}
