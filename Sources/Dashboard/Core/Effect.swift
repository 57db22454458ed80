/// A side effect that the core orders: the runtime carries it out and reports back with a message.
package enum Effect: Hashable, Sendable {
    /// Sends the request for this topic with the key of a profile.
    case call(ProfileID, Topic)
    /// Fetches results to disk, or stops a fetch.
    case fetch(FetchEffect)
    /// Reads or closes a results file.
    case read(ReadingID, ReadingOrder)
    /// Keeps a text in a file.
    case save(SaveOrder)
    /// Sends an action to the platform, or writes its line.
    case act(ActionEffect)
    /// Keeps the ids of a profile's jobs and runs, for the completion in a shell.
    case keepSeen(ProfileID, [SeenJob])
    /// Acts on the terminal.
    case terminal(TerminalEffect)
    /// Quits the program.
    case quit
}

/// An order that concerns a fetch.
package enum FetchEffect: Hashable, Sendable {
    /// Streams a run's results to a file.
    case begin(FetchOrder)
    /// Stops a fetch and deletes its partial file.
    case stop(RunKey)
}

/// An order that concerns an action.
package enum ActionEffect: Hashable, Sendable {
    /// Sends the action with this number to the platform, once.
    case send(Int, Action)
    /// Adds a line to the file of actions.
    case record(ActionRecord)
}

/// An order that concerns the terminal.
package enum TerminalEffect: Hashable, Sendable {
    /// Sends text to the terminal's clipboard.
    case copy(String)
    /// Rings the bell and sends a desktop notification.
    case alert(title: String, text: String)
    /// Sets the terminal's title, until jobtop leaves the terminal.
    case title(String)
    /// Asks for reports of the mouse, or for none.
    case mouse(Bool)
    /// Redraws the whole screen, for a terminal that another program wrote to.
    case redraw
    /// Restores the terminal and stops the program, as ^Z does.
    case suspend
}
