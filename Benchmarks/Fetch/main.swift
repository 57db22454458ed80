import CurlTransport
import Dashboard
import FoundationEssentials
import Glibc
import Intuned
import Runtime
import Simulator

// fetch-bench [REPETITIONS]: fetches the 1 GiB file of the world `files` with the dashboard's fetch and with the curl command
// followed by fsync, in turn, and prints the medians and their ratio.

let repetitions = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 3
let folder = "/tmp/jobtop-fetch-bench-\(getpid())"
mkdir(folder, 0o700)
defer { try? FileManager.default.removeItem(atPath: folder) }

let simulator = try await Simulator.start(SimulatorOptions(world: .files))
let settings = Dictionary(uniqueKeysWithValues: simulator.environment.map { ($0.name, $0.value) })
let transport = try CurlTransport()
let client = IntunedClient(
    baseURL: simulator.baseURL, workspaceID: settings["INTUNED_WORKSPACE_ID"] ?? "", project: settings["INTUNED_PROJECT"] ?? "",
    apiKey: Secret(settings["INTUNED_API_KEY"] ?? ""), transport: transport)

/// The run whose results are closest to 1 GiB.
func largeRun() async throws -> RunKey {
    let runs = try await client.call(
        Endpoints.jobRuns(job: "results-gallery", pageSize: 100, pageNumber: 0, sortBy: "created_at,desc"))
    var sizes: [(run: String, size: Double)] = []
    for run in runs.value.runs {
        let detail = try await client.call(Endpoints.jobRun(job: "results-gallery", run: run.id)).value
        sizes.append((run.id, detail.results?.size ?? 0))
    }
    let nearest = sizes.min { abs($0.size - 1_073_741_824) < abs($1.size - 1_073_741_824) }
    return RunKey(profile: .first, job: "results-gallery", run: nearest?.run ?? "")
}

/// Seconds that the dashboard's fetch takes, and the bytes of its file.
func fetch(_ key: RunKey, _ runner: EffectRunner, _ mailbox: Mailbox) throws -> (Double, Int) {
    let start = ContinuousClock.now
    runner.run(.fetch(.begin(FetchOrder(key, folder: folder, replaces: true))))
    while true {
        var waiting = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, -1)
        for case .fetchEnded(_, let result) in mailbox.drain() { return (seconds(since: start), try result.get().bytes) }
    }
}

/// Seconds that the curl command takes for the same file, and fsync(2) of the file, as the dashboard's fetch ends with it.
func curl(_ key: RunKey) async throws -> Double {
    let url = try await client.call(Endpoints.jobRun(job: key.job, run: key.run)).value.results?.signedURL.reveal() ?? ""
    let words: [String] = ["curl", "-s", "-o", "\(folder)/curl.jsonl", url]
    let arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    let start = ContinuousClock.now
    var child = pid_t()
    guard posix_spawnp(&child, "curl", nil, nil, arguments, environ) == 0 else { return .nan }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    let file = open("\(folder)/curl.jsonl", O_RDONLY)
    defer { close(file) }
    return fsync(file) == 0 ? seconds(since: start) : .nan
}

func seconds(since start: ContinuousClock.Instant) -> Double {
    let (whole, fraction) = start.duration(to: .now).components
    return Double(whole) + Double(fraction) / 1e18
}

func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

guard let mailbox = Mailbox() else { exit(1) }
let runner = EffectRunner(clients: [.first: client], transport: transport, mailbox: mailbox)
let key = try await largeRun()
var (ours, theirs): ([Double], [Double]) = ([], [])
var bytes = 0
for _ in 0..<repetitions {
    let (time, size) = try fetch(key, runner, mailbox)
    ours.append(time)
    bytes = size
    theirs.append(try await curl(key))
}
print("fetch of \(bytes >> 20) MiB, median of \(repetitions)")
print("jobtop                          \(rounded(median(ours))) s")
print("curl and fsync                  \(rounded(median(theirs))) s")
print("jobtop : curl and fsync         \(rounded(median(ours) / median(theirs))) : 1")
transport.shutdown()
await simulator.stop()
