import Intuned

/// Where a run's results are, and whether they are complete.
struct ResultsPlace {
    /// The path of the file; empty for results in memory.
    var path = ""
    var format: String?
    var isGrowing = false
    var arrived = 0
    var restarts = 0
    /// The results with their link, if they are to be read into memory.
    var link: RunResults?
}
