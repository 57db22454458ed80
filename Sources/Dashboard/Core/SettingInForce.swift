/// One setting in force: its value, where the value comes from and how to set it.
package struct SettingInForce: Hashable, Sendable {
    /// Where a value comes from.
    package enum Origin: Hashable, Sendable {
        /// An option on the command line, with its dashes.
        case option(String)
        /// A variable of the environment.
        case variable(String)
        /// A file, by its path.
        case file(String)
        /// A key that was pressed since the start.
        case keys
        /// The built-in simulator.
        case simulator
        /// Nobody has set it.
        case standard
    }

    /// What it is called.
    package var name: String
    /// What is in force; of a secret only whether there is one.
    package var value: String
    /// Where the value comes from.
    package var origin: Origin
    /// How it is set: options, variables and fields, the strongest first.
    package var waysToSet: String

    /// Creates a row.
    package init(_ name: String, _ value: String, from origin: Origin, setBy waysToSet: String) {
        (self.name, self.value, self.origin, self.waysToSet) = (name, value, origin, waysToSet)
    }
}
