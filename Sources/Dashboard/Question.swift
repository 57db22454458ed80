/// A question that waits for a yes; its subject was frozen when it was asked.
package struct Question: Hashable, Sendable {
    /// What a yes leads to.
    package enum Deed: Hashable, Sendable {
        /// Show the secrets of this run's configuration.
        case showSecrets(RunKey)
        /// Replace the file that is at this path.
        case overwrite(FetchOrder, path: String)
        /// Write rows over the file that is at the order's path.
        case overwriteExport(ReadingID, ExportOrder)
        /// Leave although a fetch is under way.
        case quit
    }

    /// What a yes leads to.
    package var deed: Deed
}
