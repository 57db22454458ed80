import ArgumentParser
import TextScreen

/// The options of the dashboard, without its arguments.
@dynamicMemberLookup
struct DashboardOptions: ParsableArguments {
    @OptionGroup var platform: PlatformOptions

    @Option(parsing: .unconditional, help: "Seconds between two requests for an active run on the screen (default: 3).")
    var interval: Double?

    @Option(help: "The folder for fetched results (default: this folder).", completion: .directory)
    var resultsDir: String?

    @Flag(help: "Look only: trigger, terminate, pause and resume nothing (variable: JOBTOP_READ_ONLY).")
    var readOnly = false

    @Flag(help: "Do not ring the bell, set the terminal's title or send notifications.")
    var quiet = false

    @Flag(help: "Do not read the results of a failed run when its page is opened.")
    var noPeek = false

    @Flag(help: "Do not mark numbers and signs that have just changed.")
    var still = false

    @Flag(help: "Use the mouse. Without it, the terminal selects text; the key m switches.")
    var mouse = false

    @Option(help: "The colors: auto, dark, light or plain (variable: JOBTOP_THEME). auto asks the terminal for its background.")
    var theme: Theme?

    @Flag(help: "Draw with plain ASCII only.")
    var ascii = false

    /// The value of an option that names the platform.
    subscript<Value>(dynamicMember option: WritableKeyPath<PlatformOptions, Value>) -> Value {
        get { platform[keyPath: option] }
        set { platform[keyPath: option] = newValue }
    }
}

extension Theme: ExpressibleByArgument {}
