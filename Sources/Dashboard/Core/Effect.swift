/// An order to the world outside the core; carried out by the runtime, answered by a message.
package enum Effect: Hashable, Sendable {
    /// Ask the platform, as a profile, what this topic is about.
    case call(ProfileID, Topic)
    /// Bring results to the disk, or stop it.
    case fetch(FetchEffect)
    /// Read or close a results file.
    case read(ReadingID, ReadingOrder)
    /// Do something with the terminal.
    case terminal(TerminalEffect)
    /// Leave.
    case quit
}

/// What is ordered of fetches.
package enum FetchEffect: Hashable, Sendable {
    /// Stream a run's results to a file.
    case begin(FetchOrder)
    /// Stop a fetch; its partial file goes.
    case stop(RunKey)
}

/// What is ordered of the terminal.
package enum TerminalEffect: Hashable, Sendable {
    /// Send text to its clipboard.
    case copy(String)
    /// Redraw the whole screen, for a terminal that another program wrote on.
    case redraw
    /// Give it back and stop, as ^Z asks.
    case suspend
}
