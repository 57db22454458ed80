import Intuned
import ResultsFile

/// Compares results with the previous run's, which show what is usual.
extension State {
    /// The job's previous run that processed items; nil while the list of runs does not show it.
    func runBefore(_ key: RunKey) -> RunKey? {
        guard let runs = records.listings[key.job]?.runs, let index = runs.firstIndex(where: { $0.id == key.run }) else {
            return nil
        }
        let earlier = runs[(index + 1)...].first { !$0.isActive && Standing(of: $0) != .notStarted }
        return earlier.map { RunKey(profile: key.profile, job: key.job, run: $0.id) }
    }

    /// The request for the previous run, sent once: the platform knows the size and the format of its results.
    ///
    /// If the loaded list of runs ends before the previous run, the list is read further, up to a limit.
    func wantsToCompare(_ key: RunKey) -> [Want] {
        if let before = runBefore(key) { return [Want(.run(before), every: nil)] }
        guard let listing = records.listings[key.job], let next = listing.nextPage else { return [] }
        return listing.runs.count < 3 * RunsListing.pageSize ? [Want(.runs(job: key.job, page: next), every: nil)] : []
    }

    /// Bytes of the previous run's results: of its file, else as reported by the platform.
    func bytesBefore(_ reading: Reading) -> Int64? {
        if let bytes = reading.previous?.bytes { return bytes }
        return runBefore(reading.id.key).flatMap(bytesNamed)
    }

    /// Bytes of the current results, to compare with those of another run; nil if unknown.
    func bytes(of reading: Reading) -> Int64? {
        let order = FetchOrder(reading.id.key, folder: settings.resultsFolder)
        let isPacked = reading.format.map { order.isPacked(reading.path, format: $0) } ?? false
        return isPacked ? bytesNamed(reading.id.key) : reading.snapshot.bytesThere
    }

    /// The size of a run's results as reported by the platform, in bytes.
    private func bytesNamed(_ key: RunKey) -> Int64? {
        records.details[key]?.results?.size.flatMap { Int64(exactly: $0.rounded()) }
    }

    /// The order to read the file of the previous run, once for each path that it may have.
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
