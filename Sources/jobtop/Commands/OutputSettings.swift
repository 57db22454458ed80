import Dashboard
import FoundationEssentials
import Glibc
import NcursesTerminal
import Runtime
import TextScreen

/// How a command prints: its options, and what standard output is.
struct OutputSettings: Sendable {
    var format: OutputFormat
    /// The names of the wanted fields; nil for the usual ones.
    var fields: [String]?
    /// The text of the filter; nil for none.
    var filter: String?
    /// Whether headers, notes and progress are left out.
    var isQuiet = false
    /// Whether text may have colors.
    var usesColor = false
    /// Whether secrets are printed.
    var showsSecrets = false
    /// The characters that standard output can show.
    var charset = Charset.unicode14
    /// The local time zone, for times for people.
    var offsets = UTCOffsets.fixed(0)
    /// The clock, for ages.
    var now: @Sendable () -> Moment = { .now }

    /// Columns of a terminal that does not tell its width.
    private static let usualWidth = 80

    /// Creates settings of known values.
    init(format: OutputFormat) { self.format = format }

    /// Reads the options and asks the terminal.
    init(_ options: OutputOptions, _ environment: [String: String]) {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        format =
            options.json
            ? .document : options.jsonl ? .lines : isTerminal ? .columns(width: Self.width(environment)) : .tabs
        fields = options.fields.map { list in
            list.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingPrefix(" ") }.map(String.init)
        }
        filter = options.filter
        isQuiet = options.quiet
        let isPlain = environment["NO_COLOR"]?.isEmpty == false || ["", "dumb"].contains(environment["TERM"] ?? "")
        usesColor = isTerminal && !options.noColor && !isPlain
        showsSecrets = options.showSecrets
        charset = NcursesTerminal.charset(ofLocale: "")
        offsets = .local(around: Date())
    }

    private static func width(_ environment: [String: String]) -> Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? usualWidth
    }
}
