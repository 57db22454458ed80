/// The architecture rules, as data.
enum House {
    /// The project's modules that each target may import, besides the toolchain's.
    static let walls: [String: Set<String>] = [
        "Intuned": [],
        "CurlTransport": ["Intuned", "CCurl"],
        "TextScreen": [],
        "ResultsFile": ["CArchive", "CSimdjson", "Query"],
        "Insight": ["Intuned"],
        "Metrics": ["Insight", "Intuned"],
        "MetricsServer": ["NIOCore", "NIOHTTP1", "NIOPosix"],
        "Dashboard": ["Insight", "Intuned", "Query", "ResultsFile", "TextScreen"],
        "Query": [],
        "NcursesTerminal": ["TextScreen", "CNcurses"],
        "Runtime": ["Dashboard", "Intuned", "ResultsFile", "TextScreen"],
        "Simulator": ["NIOCore", "NIOHTTP1", "NIOPosix"],
        "jobtop": [
            "ArgumentParser", "CBuild", "CMalloc", "CurlTransport", "Dashboard", "Insight", "Intuned", "Metrics",
            "MetricsServer", "NcursesTerminal", "Query", "ResultsFile", "Runtime", "Simulator", "TextScreen",
        ],
    ]

    /// The same for code that does not ship, by folder: test support, benchmarks and endurance programs.
    static let furtherWalls: [String: [String: Set<String>]] = [
        "Tests/Support": [
            "Rehearsal": ["CurlTransport", "Dashboard", "Intuned", "Runtime", "Simulator", "TextScreen"],
            "Fuzzing": ["Intuned", "ResultsFile", "TextScreen"],
            "LoopbackTLS": [],
        ],
        "Benchmarks": [
            "Soak": ["CMalloc", "Dashboard", "Fuzzing", "Rehearsal", "Simulator", "TextScreen"],
            "Fuzz": ["Fuzzing"],
            "Core": ["Dashboard", "Intuned", "Query", "TextScreen"],
            "Fetch": ["CurlTransport", "Dashboard", "Intuned", "Runtime", "Simulator"],
            "Results": ["Query", "ResultsFile"],
        ],
    ]

    /// The modules that every target may import: the toolchain's own, except those below.
    static let toolchain: Set<String> = ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]

    /// Targets with values only: they use neither the system nor a clock.
    static let pure: [String: Set<String>] = [
        "TextScreen": [],
        "Dashboard": ["FoundationEssentials"],
        "Insight": ["FoundationEssentials"],
        "Metrics": ["FoundationEssentials"],
        "Query": ["FoundationEssentials", "Glibc"],
    ]

    /// Modules that only these targets may import.
    ///
    /// Two targets serve HTTP: the simulator misbehaves on request, and the server of metrics must never do so.
    static let owners: [String: Set<String>] = [
        "CNcurses": ["NcursesTerminal"], "CCurl": ["CurlTransport"], "CArchive": ["ResultsFile"],
        "CSimdjson": ["ResultsFile"], "NIOCore": servers, "NIOHTTP1": servers, "NIOPosix": servers,
        "ArgumentParser": ["jobtop"],
    ]
    private static let servers: Set<String> = ["MetricsServer", "Simulator"]

    /// Text that shipped code must not contain.
    static let banned = [
        "try!", "as!", "@unchecked Sendable", "nonisolated(unsafe)", "import Foundation\n",
    ]

    /// A name of a test has fewer characters.
    static let longestTestName = 80

    /// The folder of the commands without a terminal, which never use the state of the dashboard; and the files of it that may.
    static let commands = "jobtop/Commands/"
    static let commandsWithState: Set<String> = []
    /// The folders of larger commands, for which the same holds.
    static let largeCommands = ["jobtop/Metrics/", "jobtop/Watch/"]

    /// The most lines that a file may have.
    static let longestFile = 400

    /// The only target whose declarations others may use.
    static let publicTargets: Set<String> = ["Intuned"]
}
