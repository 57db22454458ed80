/// One setting in force: its value, where the value comes from and how to set it.
package struct SettingInForce: Hashable, Sendable {
    /// Where a value comes from.
    package enum Origin: Hashable, Sendable {
        /// An option on the command line, with its dashes.
        case option(String)
        /// An environment variable.
        case variable(String)
        /// A file, named by its path.
        case file(String)
        /// A key pressed since the start, as a phrase.
        case keys(String)
        /// The built-in simulator.
        case simulator
        /// The default value.
        case standard
    }

    /// The setting's name.
    package var name: String
    /// The value in force; for a secret, only whether it is set.
    package var value: String
    /// Where the value comes from.
    package var origin: Origin
    /// How to set it: options, variables and fields, the strongest first.
    package var waysToSet: String

    /// Creates a row.
    package init(_ name: String, _ value: String, from origin: Origin, setBy waysToSet: String) {
        (self.name, self.value, self.origin, self.waysToSet) = (name, value, origin, waysToSet)
    }
}
