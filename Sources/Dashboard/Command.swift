/// What a key can mean; one word for each thing that the user can want.
package enum Command: Hashable, Sendable, CaseIterable {
    case up, down, left, right, pageUp, pageDown, first, last
    case open, back, nextPane, previousPane
    case refresh, togglePolling, slower, faster, toggleTime, filter
    case configuration, fetch, cancelFetch, webPage, copy, showSecrets
    case help, redraw, suspend, quit
}
