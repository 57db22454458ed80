/// An order to fetch a run's results into a file.
package struct FetchOrder: Hashable, Sendable {
    /// The run whose results are fetched.
    package var key: RunKey
    /// The file name without its extension; the extension follows from the format that the answer names.
    package var stem: String
    /// The folder, as the user gave it.
    package var folder: String
    /// Whether the user agreed to replace a file of the same name.
    package var replaces: Bool
    /// The path of the file where the user named it; nil for the usual name.
    package var file: String?

    /// Creates the order for a run; the file name comes from job and run, never from text that the server chose.
    package init(_ key: RunKey, folder: String, replaces: Bool = false) {
        self.key = key
        self.stem = "\(Self.cleaned(key.job))-\(Self.cleaned(key.run))"
        self.folder = folder
        self.replaces = replaces
    }

    /// The file's path: the folder, the name from job and run, and the format as the extension if the format is a plain word; or the named path.
    package func path(format: String) -> String {
        if let file { return file }
        let ending = Self.cleaned(format.lowercased())
        return path(ending: format.isEmpty || ending.contains("_") ? "results" : ending)
    }

    /// Whether a path is that of this run's file with the extension of a coding.
    func isPacked(_ path: String, format: String) -> Bool {
        let plain = self.path(format: format)
        return ContentCoding.allCases.contains { path != plain && path == $0.path(of: plain) }
    }

    /// The path of the partial file.
    package func partialPath(format: String) -> String { path(format: format) + ".partial" }

    /// The path of this run's file with another extension.
    func path(ending: String) -> String {
        let name = "\(stem).\(ending)"
        return folder == "." ? name : folder + (folder.hasSuffix("/") ? "" : "/") + name
    }

    /// A part of a name, without characters that mean something to a file system or a shell.
    package static func cleaned(_ part: String) -> String {
        let clean = part.unicodeScalars.prefix(60).map { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_".unicodeScalars.contains(scalar))
                ? Character(scalar) : "_"
        }
        return clean.isEmpty ? "_" : String(clean)
    }
}

/// The progress of a fetch.
package struct FetchProgress: Hashable, Sendable {
    /// Bytes on disk so far.
    package var received: Int
    /// Bytes in all, if the store or the platform reported them.
    package var total: Int?
    /// Recent bytes per second; nil at the start.
    package var rate: Double?
    /// How often the received bytes were dropped because the store did not continue from there.
    package var restarts: Int
    /// When this number of bytes was first reported, by the core's clock.
    var heard: Moment?

    /// Creates a progress report.
    package init(received: Int, total: Int? = nil, rate: Double? = nil, restarts: Int = 0) {
        self.received = received
        self.total = total
        self.rate = rate
        self.restarts = restarts
    }
}

/// A complete file that a fetch has put in place.
package struct FetchedFile: Hashable, Sendable {
    /// The path, as the user would type it.
    package var path: String
    /// Its size in bytes.
    package var bytes: Int
    /// How often the received bytes were dropped because the store did not continue from there.
    package var restarts: Int
    /// How the store compressed the file, so that its size differs from the one that the platform reports; nil if it did not.
    package var coding: ContentCoding?

    /// Creates the description of a fetched file.
    package init(path: String, bytes: Int, restarts: Int = 0, coding: ContentCoding? = nil) {
        self.path = path
        self.coding = coding
        self.bytes = bytes
        self.restarts = restarts
    }
}

/// The state of a run's fetch.
package enum Fetch: Hashable, Sendable {
    /// The run waits in the queue.
    case waiting
    /// The fetch is running; the progress is nil before the first byte.
    case underWay(FetchProgress?)
    /// The file is complete.
    case done(FetchedFile)
    /// The fetch ended without a file.
    case failed(FetchFailure)
}
