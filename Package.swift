// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// What runs once for a command, or serves others: there the size of the program matters more than its speed.
let small: [SwiftSetting] = house + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

// `make` names the commit in a variable, so that no file of the checkout changes (Scripts/commit).
let commit: [CSetting] =
    (Context.environment["JOBTOP_COMMIT"] ?? "").isEmpty
    ? [] : [.define("JOBTOP_COMMIT", to: "\"\(Context.environment["JOBTOP_COMMIT"] ?? "")\"")]

let package = Package(
    name: "jobtop",
    products: [
        .executable(name: "jobtop", targets: ["jobtop"]),
        .library(name: "Intuned", targets: ["Intuned"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        .systemLibrary(name: "CNcurses", path: "CNcurses"),
        .systemLibrary(name: "CCurl"),
        .systemLibrary(name: "CArchive"),
        .systemLibrary(name: "CMalloc"),
        .target(name: "CBuild", cSettings: commit),
        .target(
            name: "CSimdjson",
            // Without it simdjson checks its own assumptions in every step, also in a release build.
            cxxSettings: [.define("NDEBUG", .when(configuration: .release))],
            linkerSettings: [.linkedLibrary("simdjson")]),

        .target(name: "Intuned", swiftSettings: house),
        .target(name: "CurlTransport", dependencies: ["Intuned", "CCurl"], swiftSettings: house),
        .target(name: "ResultsFile", dependencies: ["CArchive", "CSimdjson", "Query"], swiftSettings: house),
        .target(name: "TextScreen", swiftSettings: house),
        .target(name: "Query", swiftSettings: house),
        .target(name: "Insight", dependencies: ["Intuned"], swiftSettings: house),
        .target(name: "Metrics", dependencies: ["Insight", "Intuned"], swiftSettings: small),
        .target(
            name: "Dashboard", dependencies: ["Insight", "Intuned", "Query", "ResultsFile", "TextScreen"], swiftSettings: house),
        .target(name: "NcursesTerminal", dependencies: ["TextScreen", "CNcurses"], swiftSettings: house),
        .target(name: "Runtime", dependencies: ["Dashboard", "Intuned", "ResultsFile", "TextScreen"], swiftSettings: house),
        .target(
            name: "Simulator",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: small
        ),
        .target(
            name: "MetricsServer",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: small
        ),
        .executableTarget(
            name: "jobtop",
            dependencies: [
                "CBuild", "CMalloc", "Insight", "Intuned", "CurlTransport", "Query", "ResultsFile", "TextScreen", "Dashboard",
                "Metrics", "MetricsServer", "NcursesTerminal", "Runtime", "Simulator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: small
        ),

        .testTarget(
            name: "IntunedTests", dependencies: ["Fuzzing", "Intuned"], resources: [.copy("Fixtures")], swiftSettings: house),
        .executableTarget(
            name: "fetch-bench",
            dependencies: ["CurlTransport", "Dashboard", "Intuned", "Runtime", "Simulator"], path: "Benchmarks/Fetch",
            swiftSettings: house),
        .executableTarget(
            name: "core-bench",
            dependencies: ["Dashboard", "Intuned", "NcursesTerminal", "Query", "ResultsFile", "TextScreen"],
            path: "Benchmarks/Core", exclude: ["instructions"], swiftSettings: house),
        .executableTarget(
            name: "light-bench", dependencies: ["Simulator"], path: "Benchmarks/Light", exclude: ["sdk.py"], swiftSettings: house),
        .executableTarget(
            name: "results-bench", dependencies: ["Query", "ResultsFile"], path: "Benchmarks/Results", swiftSettings: house),

        .testTarget(name: "ResultsFileTests", dependencies: ["Fuzzing", "Query", "ResultsFile"], swiftSettings: house),
        .testTarget(name: "QueryTests", dependencies: ["Query"], swiftSettings: house),
        .testTarget(name: "InsightTests", dependencies: ["Insight", "Intuned"], swiftSettings: house),
        .testTarget(name: "MetricsTests", dependencies: ["Insight", "Intuned", "Metrics"], swiftSettings: house),
        .testTarget(name: "MetricsServerTests", dependencies: ["MetricsServer"], swiftSettings: house),
        .testTarget(name: "SimulatorTests", dependencies: ["Simulator"], swiftSettings: house),
        .testTarget(
            name: "CurlTransportTests", dependencies: ["CurlTransport", "Intuned", "CCurl", "LoopbackTLS", "Surroundings"],
            swiftSettings: house),
        .target(name: "LoopbackTLS", path: "Tests/Support/LoopbackTLS", swiftSettings: house),
        .target(name: "Surroundings", path: "Tests/Support/Surroundings"),
        .testTarget(name: "TextScreenTests", dependencies: ["Fuzzing", "TextScreen"], swiftSettings: house),
        .testTarget(
            name: "DashboardTests", dependencies: ["Dashboard", "Insight", "Intuned", "Query", "ResultsFile", "TextScreen"],
            exclude: ["Pictures"], swiftSettings: house),
        .testTarget(
            name: "NcursesTerminalTests", dependencies: ["Fuzzing", "NcursesTerminal", "Surroundings", "TextScreen"],
            swiftSettings: house),
        .testTarget(
            name: "RuntimeTests",
            dependencies: [
                "Runtime", "Dashboard", "Intuned", "Query", "ResultsFile", "TextScreen", "CurlTransport", "Simulator",
                "Surroundings",
            ],
            swiftSettings: house),
        .testTarget(
            name: "JobtopTests",
            dependencies: [
                "jobtop", "CurlTransport", "Dashboard", "Insight", "Intuned", "Metrics", "MetricsServer", "NcursesTerminal",
                "Query", "Rehearsal", "Simulator", "Surroundings", "TextScreen",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        .testTarget(name: "ArchitectureTests", swiftSettings: house),
        .target(
            name: "Rehearsal",
            dependencies: ["Intuned", "CurlTransport", "TextScreen", "Dashboard", "Runtime", "Simulator"],
            path: "Tests/Support/Rehearsal", swiftSettings: house),
        .executableTarget(
            name: "soak", dependencies: ["CMalloc", "Dashboard", "Fuzzing", "Rehearsal", "Simulator", "TextScreen"],
            path: "Benchmarks/Soak",
            swiftSettings: house),
        .target(
            name: "Fuzzing", dependencies: ["Intuned", "ResultsFile", "TextScreen"], path: "Tests/Support/Fuzzing",
            swiftSettings: house),
        .testTarget(
            name: "ReliabilityTests",
            dependencies: ["Dashboard", "Fuzzing", "Insight", "Intuned", "Rehearsal", "Simulator", "TextScreen", "soak"],
            resources: [.copy("Corpus")], swiftSettings: house),
        .testTarget(
            name: "EndToEndTests", dependencies: ["jobtop", "LoopbackTLS", "Simulator", "soak", "Surroundings", "TextScreen"],
            exclude: ["Golden"], swiftSettings: house),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// It links only where the compiler adds libFuzzer to it: see `make fuzz`.
if Context.environment["FUZZING"] != nil {
    package.targets.append(
        .executableTarget(name: "fuzz", dependencies: ["Fuzzing"], path: "Benchmarks/Fuzz", swiftSettings: house))
}
