import ArgumentParser
import Dashboard
import Intuned
import Metrics
import MetricsServer

/// Exports the figures of the project for Prometheus.
struct MetricsCommand: PlatformCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop metrics",
        abstract: "Export runs, failures, verdicts and the age of the data for Prometheus.",
        usage: "jobtop metrics [--serve ADDRESS] [options]",
        discussion: """
            Prints OpenMetrics text once. --output writes a file for the textfile collector of node_exporter, by rename. --serve \
            lets Prometheus scrape: jobtop asks the platform in the background and answers from memory, also during an outage, \
            with the age of the data. docs/FLEET.md lists the metrics and has alert rules and a dashboard. \(ExitStatus.help)
            """)

    /// Seconds between two rounds of requests.
    static let usualInterval = 60.0

    @Option(name: .customLong("output"), help: "Replace this file instead of printing.", completion: .file())
    var file: String?

    @Option(help: "Repeat every so long, such as 60 or 5m; 10 seconds at least. With --serve: how often to ask (default: 60).")
    var every: TimeSpan?

    @Option(help: "Serve /metrics at this address until a signal, such as 127.0.0.1:9464.")
    var serve: String?

    @Flag(help: "Allow --serve to listen on an address that other machines reach. It has no password.")
    var allowRemote = false

    @Option(help: "openmetrics, or prometheus for the older text (default: openmetrics; with --output prometheus).")
    var format: MetricsFormat?

    @OptionGroup var script: ScriptOptions

    func check(_ output: OutputSettings) throws(CommandFailure) {
        guard output.fields == nil, output.filter == nil, !output.format.isJSON else {
            throw .usage("metrics has its own format. Leave out --json, --jsonl, --fields and --filter.")
        }
        if let every, !(10...86_400).contains(every.seconds) { throw .usage("--every must be 10 seconds to 1 day.") }
        if file?.isEmpty == true { throw .start(.empty("--output")) }
        guard serve != nil else {
            if allowRemote { throw .usage("--allow-remote needs --serve.") }
            return
        }
        guard file == nil, format == nil else {
            throw .usage("--serve goes without --output and --format: each client says which format it reads.")
        }
        _ = try address()
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        let record = SharedRecord(
            workspace: platform.settings.workspace, project: platform.settings.project, clock: .machine)
        let poll = ProjectPoll(client: platform.single, record: record, clock: .machine)
        guard let address = try address() else { return try await export(poll, platform, surroundings) }
        return try await serve(poll, at: address, platform, surroundings)
    }

    private func address() throws(CommandFailure) -> ServeAddress? {
        guard let serve else { return nil }
        guard let address = ServeAddress(serve) else {
            throw .usage("--serve needs an IP address and a port, such as 127.0.0.1:9464, not \(serve).")
        }
        guard address.isLoopback || allowRemote else {
            throw .usage(
                """
                other machines can reach \(address.ip), and the metrics have no password: they name the project, its jobs and \
                their problems. Add --allow-remote to allow it.
                """)
        }
        return address
    }

    /// Prints or writes the metrics, once or again and again.
    private func export(
        _ poll: ProjectPoll, _ platform: CommandPlatform, _ surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        let host = platform.settings.host
        while true {
            let start = poll.clock.now()
            let (error, tried) = try await poll.patientRound(patience) { error, wait in
                surroundings.note(Self.retry(error, host: host, wait: wait))
            }
            try write(poll.record.text(format ?? (file == nil ? .openMetrics : .prometheus)))
            guard let every else {
                if let error { throw .platform(error, host: host, tried: tried) }
                return .good
            }
            if let error { surroundings.note(Wording.sentence(error, host: host)) }
            await poll.clock.wait(max(1, every.seconds - start.seconds(until: poll.clock.now())))
            if Task.isCancelled { throw .interrupted }
        }
    }

    private func write(_ text: String) throws(CommandFailure) {
        if let file { return try ReplacedFile(path: file, mode: 0o644).write(text) }
        var stream = OutputStream()
        try stream.write(text)
        try stream.flush()
    }

    private func serve(
        _ poll: ProjectPoll, at address: ServeAddress, _ platform: CommandPlatform, _ surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        let page = MetricsPage(isLoopback: address.isLoopback) { poll.record.text($0) }
        let server: ScrapeServer
        do throws(ScrapeServerError) {
            server = try await ScrapeServer.start(address: address.ip, port: address.port) { page.answer(to: $0) }
        } catch {
            throw .usage(Self.sentence(error))
        }
        tell(address.url(port: server.port))
        let host = platform.settings.host
        let end: CommandFailure
        do throws(CommandFailure) {
            try await poll.rounds(every: every?.seconds ?? Self.usualInterval) { error in
                surroundings.note(error.map { Self.outage($0, host: host) } ?? Self.outageIsOver)
            }
        } catch {
            end = error
        }
        await server.stop()
        throw end
    }
}
