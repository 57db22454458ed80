import FoundationEssentials
import Glibc
import Query
import ResultsFile

// results-bench FILE [FILTER [FIELD]]  opens a results file, searches it, sorts what it finds, and prints how fast that was
// results-bench --write FILE MIB       writes a file of that size to open

func megabytes(_ text: String) -> Double {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix(text) }),
        let kibibytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({ Double($0) })
    else { return 0 }
    return kibibytes / 1_024
}

func seconds(since start: ContinuousClock.Instant) -> Double {
    let (whole, fraction) = start.duration(to: .now).components
    return Double(whole) + Double(fraction) / 1e18
}

func report(_ label: String, _ value: Double, _ unit: String) {
    let rounded = (value * 100).rounded() / 100
    print("\(label)\(String(repeating: " ", count: max(1, 32 - label.count)))\(rounded) \(unit)")
}

/// Seconds that it takes to read the file without parsing it.
func readingAlone(_ path: String) -> Double {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    var block = [UInt8](repeating: 0, count: 1 << 20)
    let start = ContinuousClock.now
    while read(descriptor, &block, block.count) > 0 {}
    return seconds(since: start)
}

guard CommandLine.arguments.count > 1 else {
    print("usage: results-bench FILE [FILTER [FIELD]] | --write FILE MIB")
    exit(2)
}

if CommandLine.arguments[1] == "--write", CommandLine.arguments.count == 4 {
    var sample = Sample()
    let isWritten = sample.write(to: CommandLine.arguments[2], mebibytes: Int(CommandLine.arguments[3]) ?? 1_024)
    exit(isWritten ? 0 : 1)
}

let alone = readingAlone(CommandLine.arguments[1])
let start = ContinuousClock.now
let file = try ResultsFile(path: CommandLine.arguments[1])
var firstRow: Double?
var mostAnonymous = 0.0
for await snapshot in file.snapshots {
    if firstRow == nil, snapshot.totals.items > 0 {
        _ = try file.rows(in: 0..<50)
        firstRow = seconds(since: start)
    }
    mostAnonymous = max(mostAnonymous, megabytes("RssAnon"))
}
let whole = seconds(since: start)
let snapshot = file.snapshot
let mebibytes = Double(snapshot.bytesThere) / 1_048_576
report("size", mebibytes, "MiB")
report("rows", Double(snapshot.totals.items), "")
report("first 50 rows", (firstRow ?? 0) * 1_000, "ms")
report("whole index", whole, "s")
report("rate", mebibytes / whole, "MiB/s")
report("index : reading alone", whole / alone, ": 1")
report("first rows : whole index", (firstRow ?? 0) / whole, ": 1")
report("most RssAnon while indexing", mostAnonymous, "MiB")
report("peak RSS", megabytes("VmHWM"), "MiB")
print("\(snapshot.phase), \(snapshot.totals)")
print("\(snapshot.groups.count) failure groups")

let scroll = ContinuousClock.now
let last = snapshot.totals.items
_ = try file.rows(in: max(0, last - 50)..<last)
report("last 50 rows", seconds(since: scroll) * 1_000, "ms")

if CommandLine.arguments.count > 2 {
    let search = ContinuousClock.now
    let order = ListOrder(by: CommandLine.arguments.count > 3 ? CommandLine.arguments[3] : nil)
    let state = await file.view(ResultsFilter(query: Query(CommandLine.arguments[2], ItemQuery.names), order: order)).searched()
    let took = seconds(since: search)
    report("search, \(state.count) rows found", took, "s")
    report("rate of the search", mebibytes / took, "MiB/s")
}
report("RssAnon at the end", megabytes("RssAnon"), "MiB")
