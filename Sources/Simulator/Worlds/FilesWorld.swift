/// Results files of every format and size, each on a separate run.
///
/// The oldest run has the first one.
enum FilesWorld {
    static let plans = [gallery, DemoWorld.nightlyPrices, DemoWorld.reviewHarvest]

    /// The files by the ordinals of their runs.
    static let kinds: [ResultsKind] = [
        .items, .jsonArray, .jsonObject, .csv, .zip, .gzip, .csvGzip, .text, .binary, .nothing, .longLines, .olderItems,
        .brokenLines,
        .large(gibibytes: 1), .large(gibibytes: 5), .misnamed(format: "jsonl", file: .csv),
        .misnamed(format: "json", file: .gzip),
        .misnamed(format: "parquet", file: .items), .misnamed(format: "", file: .items),
    ]

    private static let gallery = Plan(
        id: "results-gallery", configuration: Configuration(maximumAttempts: 2),
        payload: Plan.items(36, "page", .products),
        behaviour: Behaviour(
            subject: .products, failureRate: 0.2, failures: [(3, .selectorTimeout), (2, .navigation), (1, .blocked)]),
        history: History(runs: kinds.count + 2, spacing: .seconds(1800)),
        oddRuns: Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($0, OddRun(status: .success, results: $1)) })
            .merging([
                // A SUCCESS without any items.
                kinds.count: OddRun(
                    overlay: [("payloads", 0), ("successful_runs", 0), ("failed_runs", 0)], status: .success, results: .nothing)
            ]) { first, _ in first })
}
