import ArgumentParser

/// The options for the results of a command, the same for all.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Print one JSON object per line.")
    var jsonl = false

    @Option(help: "Print only these fields, separated by commas.")
    var fields: String?

    @Option(help: "Print only what passes this filter, as in the dashboard: words, field:value, -not, failed>10.")
    var filter: String?

    @Flag(name: .shortAndLong, help: "Print no header, notes or progress.")
    var quiet = false

    @Flag(help: "Do not use colors (variable: NO_COLOR).")
    var noColor = false

    @Flag(help: "Print secrets instead of dots.")
    var showSecrets = false

    mutating func validate() throws {
        guard !(json && jsonl) else { throw ValidationError("Choose one of --json and --jsonl.") }
    }
}
