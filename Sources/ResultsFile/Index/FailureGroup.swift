package import FoundationEssentials

/// Failed items with the same signature.
package struct FailureGroup: Hashable, Sendable, Identifiable {
    /// The group's number in this file, for ``ResultsFilter/group``.
    package var id: Int
    /// The signature of the failures.
    package var signature: FailureSignature
    /// The error's code, if there is one.
    package var code: String?
    /// The message of the first failure, cut to about 240 bytes.
    package var example: String?
    /// The number of the group's first row.
    package var exampleRow: Int
    /// The number of failures.
    package var count: Int
    /// When the earliest failed item started.
    package var firstStarted: Date?
    /// When the latest failed item started.
    package var lastStarted: Date?
}
