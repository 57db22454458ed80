import Glibc
import Synchronization

/// The paths of files that are being written, so that the files can be removed if their writers cannot do it.
package final class UnfinishedFiles: Sendable {
    /// Whether a file may have no name until it is complete, if the file system supports that (open(2), O_TMPFILE).
    let allowsNameless: Bool
    private let files = Mutex(Noted())

    private struct Noted {
        var paths: Set<String> = []
        var areWanted = true
    }

    /// Creates an empty list of files.
    package init(allowsNameless: Bool = true) { self.allowsNameless = allowsNameless }

    /// The recorded paths.
    package var paths: Set<String> { files.withLock { $0.paths } }

    /// Records a file that is about to be written; after `discard()` the file is removed at once.
    package func add(_ path: String) {
        files.withLock { files in
            if files.areWanted { files.paths.insert(path) } else { unlink(path) }
        }
    }

    /// Removes the record of a file that is complete or removed.
    package func remove(_ path: String) { _ = files.withLock { $0.paths.remove(path) } }

    /// Removes all recorded files, and files recorded later.
    package func discard() {
        files.withLock { files in
            for path in files.paths { unlink(path) }
            files = Noted(areWanted: false)
        }
    }
}
