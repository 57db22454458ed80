import Glibc
import Synchronization

/// The paths of files that are being written, so that the files can be removed when their writers do not get to it.
package final class UnfinishedFiles: Sendable {
    /// Whether a file may do without a name until it is whole, where the file system can (open(2), O_TMPFILE).
    let allowsNameless: Bool
    private let files = Mutex(Noted())

    private struct Noted {
        var paths: Set<String> = []
        var areWanted = true
    }

    /// Notes nothing yet.
    package init(allowsNameless: Bool = true) { self.allowsNameless = allowsNameless }

    /// The paths that are noted.
    package var paths: Set<String> { files.withLock { $0.paths } }

    /// Notes a file that is begun; after `discard()` the file is removed at once.
    package func add(_ path: String) {
        files.withLock { files in
            if files.areWanted { files.paths.insert(path) } else { unlink(path) }
        }
    }

    /// Forgets a file that is whole or removed.
    package func remove(_ path: String) { _ = files.withLock { $0.paths.remove(path) } }

    /// Removes all files that are noted, and those that are begun later.
    package func discard() {
        files.withLock { files in
            for path in files.paths { unlink(path) }
            files = Noted(areWanted: false)
        }
    }
}
