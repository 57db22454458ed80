import Glibc

/// Keeps the API key inside this process.
enum KeyProtection {
    private static let variable = "INTUNED_API_KEY"

    /// Prevents core files, and removes the key from the environment of children and from /proc/PID/environ.
    ///
    /// Call it once the key is read. The system keeps the block of the first environment as long as the process lives
    /// (proc_pid_environ(5)), so the value is overwritten there before the variable is removed.
    static func apply() {
        // A limit of 0 does not apply to a core written to a pipe (core(5)); 1 makes the kernel skip the core (fs/coredump.c).
        // The call fails only if the user's own limit is already 0.
        var limit = rlimit(rlim_cur: 1, rlim_max: 1)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
        // Swift's crash reporter, if installed, shows memory and waits for a key press; it stays only if the user asked for it.
        if getenv("SWIFT_BACKTRACE") == nil {
            for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT] { signal(number, SIG_DFL) }
        }
        if let value = getenv(variable) { memset(value, 0, strlen(value)) }
        unsetenv(variable)
    }

    /// A warning about the file of `--api-key-file`; nil if only its owner can read it.
    static func keyFileWarning(_ options: PlatformOptions) -> String? {
        options.apiKeyFile.flatMap { warning(about: $0, holding: "the API key") }
    }

    /// A warning about a file that other users can read; nil if none can, or if the file does not exist.
    static func warning(about path: String, holding what: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & (S_IRGRP | S_IROTH) != 0 else { return nil }
        return "Other users can read \(path), which holds \(what). To prevent that, run chmod 600 on it."
    }
}
