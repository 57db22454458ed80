import Synchronization

/// The files that are being written, so that they can be removed when those who write them do not get to it.
final class PartialFiles: Sendable {
    private let files = Mutex<(open: [PartialFile], areWanted: Bool)>(([], true))

    /// Notes a file that is begun.
    func add(_ file: PartialFile) {
        files.withLock { files in
            if files.areWanted { files.open.append(file) } else { file.discard() }
        }
    }

    /// Forgets a file that is done with.
    func remove(_ file: PartialFile) { files.withLock { $0.open.removeAll { $0 === file } } }

    /// Removes all that are being written, and those that are begun later.
    func discard() {
        files.withLock { files in
            for file in files.open { file.discard() }
            files = ([], false)
        }
    }
}
