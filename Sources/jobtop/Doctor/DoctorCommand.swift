import ArgumentParser
import CurlTransport
import FoundationEssentials
import Glibc
import Intuned
import TextScreen

/// Checks the machine, the settings and the way to the platform.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop doctor",
        abstract: "Check the terminal, the settings and the way to the platform, with one request.",
        usage: "jobtop doctor [options]",
        discussion: """
            Takes the options of jobtop (see jobtop --help). Each line starts with OK, with FIX and what to do, or with - if \
            something could not be checked. The exit status is 1 if a line starts with FIX. No line shows a secret. Works without a \
            terminal.
            """)

    @OptionGroup(visibility: .hidden)
    var options: JobtopCommand

    mutating func validate() throws {
        if let job = options.jobID {
            throw ValidationError("doctor takes no argument. To open the job \(job), run jobtop open \(job).")
        }
        guard !options.demo else { throw ValidationError("doctor checks the platform. Leave out --demo.") }
    }

    mutating func run() throws {
        try DashboardSession.checkValues(options)
        let environment = ProcessInfo.processInfo.environment
        let doctor = Doctor(command: options, environment: environment)
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var findings = doctor.machine(isTerminal: isTerminal, size: isTerminal ? Self.size() : nil)
        let settings = Self.settings(options, environment)
        KeyProtection.apply()
        findings += doctor.settings(settings)
        findings.forEach { tell($0.line) }
        let network = try Self.network(doctor, settings)
        network.forEach { tell($0.line) }
        if (findings + network).contains(where: { $0.verdict == .fix }) { throw ExitCode(1) }
    }

    private static func settings(
        _ options: JobtopCommand, _ environment: [String: String]
    ) -> Result<PlatformSettings, StartError> {
        do throws(StartError) {
            return .success(
                try PlatformSettings(options.platform, environment: environment) { () throws(StartError) in
                    try IntunedFile.nearest(from: FileManager.default.currentDirectoryPath)
                })
        } catch {
            return .failure(error)
        }
    }

    /// The proxy, and what the platform answers.
    private static func network(_ doctor: Doctor, _ settings: Result<PlatformSettings, StartError>) throws -> [Finding] {
        guard case .success(let platform) = settings, let url = URL(string: platform.baseURL) else {
            let proxy = doctor.proxy(isEncrypted: true, isThisMachine: false)
            return [proxy, .unchecked("platform", "not asked: the settings are incomplete")]
        }
        let isEncrypted = url.scheme?.lowercased() == "https"
        let proxy = doctor.proxy(isEncrypted: isEncrypted, isThisMachine: ThisMachine.isNamed(by: url.host() ?? ""))
        let transport = try DashboardSession.makeTransport(doctor.command.platform, doctor.environment)
        defer { transport.shutdown() }
        return [proxy] + DoctorRequest.findings(DoctorRequest.send(platform, over: transport), host: platform.host)
    }

    private static func size() -> Size? {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Size(columns: Int(size.ws_col), rows: Int(size.ws_row)) : nil
    }
}
