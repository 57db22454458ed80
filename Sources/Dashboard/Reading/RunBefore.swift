import Intuned
import ResultsFile

/// The run before the one whose results are read: what it left says what is usual.
extension State {
    /// The job's last run before this one that took up its items; nil while the list of runs does not say.
    func runBefore(_ key: RunKey) -> RunKey? {
        guard let runs = records.listings[key.job]?.runs, let index = runs.firstIndex(where: { $0.id == key.run }) else {
            return nil
        }
        let earlier = runs[(index + 1)...].first { !$0.isActive && Standing(of: $0) != .notStarted }
        return earlier.map { RunKey(profile: key.profile, job: key.job, run: $0.id) }
    }

    /// The run before is asked for once: the platform knows the size and the format of its results.
    ///
    /// Where the list of runs ends before it, the list is read on, but not for ever.
    func wantsToCompare(_ key: RunKey) -> [Want] {
        if let before = runBefore(key) { return [Want(.run(before), every: nil)] }
        guard let listing = records.listings[key.job], let next = listing.nextPage else { return [] }
        return listing.runs.count < 3 * RunsListing.pageSize ? [Want(.runs(job: key.job, page: next), every: nil)] : []
    }

    /// Bytes that the run before left: those of its file, else what the platform says.
    func bytesBefore(_ reading: Reading) -> Int64? {
        if let bytes = reading.previous?.bytes { return bytes }
        return runBefore(reading.id.key).flatMap(bytesNamed)
    }

    /// Bytes of the results that are read, to compare with those of another run; nil where nobody says.
    func bytes(of reading: Reading) -> Int64? {
        let order = FetchOrder(reading.id.key, folder: settings.resultsFolder)
        let isPacked = reading.format.map { order.isPacked(reading.path, format: $0) } ?? false
        return isPacked ? bytesNamed(reading.id.key) : reading.snapshot.bytesThere
    }

    /// The size of a run's results that the platform names.
    private func bytesNamed(_ key: RunKey) -> Int64? {
        records.details[key]?.results?.size.flatMap { Int64(exactly: $0.rounded()) }
    }

    /// The order to look at the file of the run before, once for each path that it may have.
    mutating func comparison() -> [ReadingOrder] {
        guard let reading, let key = runBefore(reading.id.key) else { return [] }
        let format = records.details[key]?.results?.format ?? reading.format ?? ""
        var path = FetchOrder(key, folder: settings.resultsFolder).path(format: format)
        if case .done(let file) = fetches[key] { path = file.path }
        guard path != reading.comparedPath else { return [] }
        self.reading?.comparedPath = path
        return [.compare(path: path, format: format)]
    }
}
