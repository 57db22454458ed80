/// An order to the world outside the core; carried out by the runtime, answered by a message.
package enum Effect: Hashable, Sendable {
    /// Ask for all jobs.
    case loadJobs
    /// Ask for one page of a job's runs, newest first.
    case loadRuns(job: String, page: Int, size: Int, topic: Topic)
    /// Ask for one run with its results.
    case loadRun(RunKey)
    /// Stream a run's results to a file.
    case fetchResults(FetchOrder)
    /// Stop a fetch; its partial file goes.
    case cancelFetch(RunKey)
    /// Read or close a results file.
    case read(ReadingID, ReadingOrder)
    /// Send text to the terminal's clipboard.
    case copy(String)
    /// Draw the whole screen anew, for a terminal that somebody else wrote on.
    case redraw
    /// Give the terminal back and stop, as ^Z asks.
    case suspend
    /// Leave.
    case quit
}
