/// The walls of the house, as data.
enum House {
    /// What each target of ours may import, beside what the toolchain brings.
    static let walls: [String: Set<String>] = [
        "Intuned": [],
        "CurlTransport": ["Intuned", "CCurl"],
        "TextScreen": [],
        "ResultsFile": ["CArchive", "CSimdjson"],
        "Dashboard": ["Intuned", "ResultsFile", "TextScreen"],
        "NcursesTerminal": ["TextScreen", "CNcurses"],
        "Runtime": ["Dashboard", "Intuned", "ResultsFile", "TextScreen"],
        "Simulator": ["NIOCore", "NIOHTTP1", "NIOPosix"],
        "jobtop": [
            "ArgumentParser", "CMalloc", "CurlTransport", "Dashboard", "Intuned", "NcursesTerminal", "Runtime", "Simulator",
            "TextScreen",
        ],
    ]

    /// The same for what does not ship, by its folder: support of the tests, and programs that measure or wear out.
    static let furtherWalls: [String: [String: Set<String>]] = [
        "Tests/Support": [
            "Rehearsal": ["CurlTransport", "Dashboard", "Intuned", "Runtime", "Simulator", "TextScreen"],
            "Fuzzing": ["Intuned", "ResultsFile", "TextScreen"],
            "LoopbackTLS": [],
        ],
        "Benchmarks": [
            "Soak": ["CMalloc", "Dashboard", "Fuzzing", "Rehearsal", "Simulator", "TextScreen"],
            "Fuzz": ["Fuzzing"],
            "Core": ["Dashboard", "Intuned", "TextScreen"],
            "Fetch": ["CurlTransport", "Dashboard", "Intuned", "Runtime", "Simulator"],
            "Results": ["ResultsFile"],
        ],
    ]

    /// What every target may import: the toolchain's own modules, but for those below.
    static let toolchain: Set<String> = ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]

    /// Targets that hold values alone: they ask neither the system nor a clock.
    static let pure: [String: Set<String>] = [
        "TextScreen": [],
        "Dashboard": ["FoundationEssentials"],
    ]

    /// Modules that one target alone may import.
    static let owners: [String: String] = [
        "CNcurses": "NcursesTerminal", "CCurl": "CurlTransport", "CArchive": "ResultsFile", "CSimdjson": "ResultsFile",
        "NIOCore": "Simulator", "NIOHTTP1": "Simulator", "NIOPosix": "Simulator", "ArgumentParser": "jobtop",
    ]

    /// What is written nowhere in what ships.
    static let banned = [
        "try!", "as!", "@unchecked Sendable", "nonisolated(unsafe)", "import Foundation\n",
    ]

    /// The most lines that a file may have.
    static let longestFile = 400

    /// The only target whose declarations others may use.
    static let publicTargets: Set<String> = ["Intuned"]
}
