import Glibc

/// What keeps the API key inside of this process.
enum KeyProtection {
    private static let variable = "INTUNED_API_KEY"

    /// No crash leaves the memory in a core file, and neither a child nor /proc/PID/environ shows the key.
    ///
    /// To be called once the key is read. The system keeps the block of the first environment for as long as the process lives
    /// (proc_pid_environ(5)), so the value is overwritten there before the variable goes.
    static func apply() {
        // A limit of 0 does not hold for a core that goes into a pipe (core(5)); 1 is the kernel's word for none at all
        // (fs/coredump.c). It is refused only where the owner's own limit is 0 already.
        var limit = rlimit(rlim_cur: 1, rlim_max: 1)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
        // Swift's own crash reporter, where it is installed, shows memory and waits for a key; it comes to those who ask for it.
        if getenv("SWIFT_BACKTRACE") == nil {
            for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT] { signal(number, SIG_DFL) }
        }
        if let value = getenv(variable) { memset(value, 0, strlen(value)) }
        unsetenv(variable)
    }

    /// A sentence about a file that other users can read; nil when none can, or there is none.
    static func warning(about path: String, holding what: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & (S_IRGRP | S_IROTH) != 0 else { return nil }
        return "Other users can read \(path), which holds \(what). To prevent that, run chmod 600 on it."
    }
}
