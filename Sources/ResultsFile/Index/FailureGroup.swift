package import FoundationEssentials

/// Failed items with the same signature.
package struct FailureGroup: Hashable, Sendable, Identifiable {
    /// The group's number in this file, for ``ResultsFilter/group``.
    package var id: Int
    /// What they have in common.
    package var signature: FailureSignature
    /// The error's code, where they have one.
    package var code: String?
    /// The message of the first of them, cut to about 240 bytes.
    package var example: String?
    /// The number of the first row of the group.
    package var exampleRow: Int
    /// How many there are.
    package var count: Int
    /// When the earliest of them started.
    package var firstStarted: Date?
    /// When the latest of them started.
    package var lastStarted: Date?
}
