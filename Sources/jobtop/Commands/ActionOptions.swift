import ArgumentParser

/// The options of every command that asks the platform to do something.
struct ActionOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Do not ask. Needed where standard input is not a terminal.")
    var yes = false

    @Flag(help: "Do nothing and end with status 2 (variable: JOBTOP_READ_ONLY).")
    var readOnly = false
}
