package import Intuned
package import ResultsFile
package import TextScreen

/// An event that the core learns of; only messages change the state.
package enum Message: Equatable, Sendable {
    /// The terminal reported a key.
    case keyPressed(Key)
    /// The user pasted text into the terminal.
    case pasted(String)
    /// The mouse was used on the screen.
    case mouseUsed(MouseEvent)
    /// The terminal was asked to report the mouse or not to, or is known not to understand.
    case mouseSwitched(Bool, wasSent: Bool)
    /// The terminal got the focus of the keyboard, or lost it.
    case focusChanged(Bool)
    /// The terminal has a new size.
    case resized(Size)
    /// A time that the core waited for has come.
    case timePassed
    /// The program was stopped and has resumed; the content of the screen is out of date.
    case continued
    /// The request for the list of jobs ended.
    case jobsLoaded(ProfileID, Result<Answered<JobList>, IntunedError>)
    /// The request for a page of runs ended; the topic names the page.
    case runsLoaded(ProfileID, Topic, Result<Answered<JobRunsPage>, IntunedError>)
    /// The request for a single run ended.
    case runLoaded(RunKey, Result<Answered<JobRunDetail>, IntunedError>)
    /// The request of the action with this number ended.
    case actionAnswered(Int, Result<Answered<ActionAnswer>, IntunedError>)
    /// The line of an action could not be written; the failure is nil if the folder of the file is unknown.
    case actionNotRecorded(FileFailure?)
    /// A fetch of results made progress.
    case fetchProgressed(RunKey, FetchProgress)
    /// A fetch requests the run again, to replace an expired link.
    case linkRenewed(RunKey)
    /// A fetch of results ended.
    case fetchEnded(RunKey, Result<FetchedFile, FetchFailure>)
    /// The reader reports something about an opened results file.
    case read(ReadingID, ReadingFact)
    /// A text was kept in a file, or an error kept it from being written.
    case saved(SaveOrder, ResultsError?)
    /// Text was sent to the terminal's clipboard, or the terminal is known not to accept any.
    case copied(String, wasSent: Bool)
}
