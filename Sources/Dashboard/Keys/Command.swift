/// What a key can mean; one word for each thing that the user can want.
package enum Command: Hashable, Sendable {
    case up, down, left, right, pageUp, pageDown, first, last
    case open, back, nextPane, previousPane
    case refresh, togglePolling, slower, faster, toggleTime, filter
    case configuration, mark, fetch, cancelFetch, webPage, copy, showSecrets
    case results(ResultsCommand)
    case help, redraw, suspend, quit
}

/// What a key can mean where results are read.
package enum ResultsCommand: Hashable, Sendable, CaseIterable {
    case next, previous
    case cycleOutcome, cycleAPI
    case groups, bytes
    case writeLines, writeCSV, stopWriting
    case copyPath
}
