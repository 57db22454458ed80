package import FoundationEssentials

/// What jobtop knows of itself.
package struct OwnFigures: Hashable, Sendable {
    /// The version's number.
    package var version: String
    /// The commit that it was built from; empty if unknown.
    package var commit: String
    /// When it started.
    package var started: Date
    /// Bytes of memory that it occupies; nil if unknown.
    package var residentBytes: Int?

    /// Creates the figures.
    package init(version: String, commit: String, started: Date, residentBytes: Int?) {
        (self.version, self.commit) = (version, commit)
        (self.started, self.residentBytes) = (started, residentBytes)
    }
}
