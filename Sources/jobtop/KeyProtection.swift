import Glibc

/// What keeps the API key inside of this process.
enum KeyProtection {
    private static let variable = "INTUNED_API_KEY"

    /// No crash leaves the memory in a core file, and neither a child nor /proc/PID/environ shows the key.
    ///
    /// To be called once the key is read. The system keeps the block of the first environment for as long as the process lives
    /// (proc_pid_environ(5)), so the value is overwritten there before the variable goes.
    static func apply() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        if let value = getenv(variable) { memset(value, 0, strlen(value)) }
        unsetenv(variable)
    }

    /// A sentence about a file that other users can read; nil when none can, or there is none.
    static func warning(about path: String, holding what: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & (S_IRGRP | S_IROTH) != 0 else { return nil }
        return "Other users of this machine can read \(path), which holds \(what): chmod 600 keeps it yours."
    }
}
