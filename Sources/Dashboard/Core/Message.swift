package import Intuned
package import TextScreen

/// A fact that the program has learned; the only way anything changes.
package enum Message: Equatable, Sendable {
    /// A key came from the terminal.
    case keyPressed(Key)
    /// A text was pasted into the terminal.
    case pasted(String)
    /// The terminal has a new size.
    case resized(Size)
    /// Nothing happened but the passing of time that somebody waited for.
    case timePassed
    /// The program was stopped and goes on, so whatever was on the screen is old.
    case continued
    /// The list of jobs was answered.
    case jobsLoaded(ProfileID, Result<Answered<JobList>, IntunedError>)
    /// A page of runs was answered; the topic names which.
    case runsLoaded(ProfileID, Topic, Result<Answered<JobRunsPage>, IntunedError>)
    /// A single run was answered.
    case runLoaded(RunKey, Result<Answered<JobRunDetail>, IntunedError>)
    /// A fetch of results has come so far.
    case fetchProgressed(RunKey, FetchProgress)
    /// A fetch asks the platform once more, for a link in place of one that has expired.
    case linkRenewed(RunKey)
    /// A fetch of results ended.
    case fetchEnded(RunKey, Result<FetchedFile, FetchFailure>)
    /// More is known of an opened results file.
    case read(ReadingID, ReadingFact)
    /// Text went to the terminal's clipboard, or the terminal is known not to take any.
    case copied(String, wasSent: Bool)
}
