/// An order to bring a run's results into a file.
package struct FetchOrder: Hashable, Sendable {
    /// The run whose results are wanted.
    package var key: RunKey
    /// The name without an ending; the ending follows from the format that the answer names.
    package var stem: String
    /// The folder, as the user gave it.
    package var folder: String
    /// Whether the user agreed to replace a file of the same name.
    package var replaces: Bool

    /// Creates the order for a run; the name is made of job and run and never of anything the server chose.
    package init(_ key: RunKey, folder: String, replaces: Bool = false) {
        self.key = key
        self.stem = "\(Self.cleaned(key.job))-\(Self.cleaned(key.run))"
        self.folder = folder
        self.replaces = replaces
    }

    /// The file's path: the folder, the name made of job and run, and the format as its ending where that is a plain word.
    package func path(format: String) -> String {
        let ending = Self.cleaned(format.lowercased())
        return path(ending: format.isEmpty || ending.contains("_") ? "results" : ending)
    }

    /// Whether a path is that of this run's file as a store packs it.
    func isPacked(_ path: String, format: String) -> Bool {
        let plain = self.path(format: format)
        return ContentCoding.allCases.contains { path != plain && path == $0.path(of: plain) }
    }

    /// Where the file is while it is being fetched.
    package func partialPath(format: String) -> String { path(format: format) + ".partial" }

    /// The path of a file of this run with another ending.
    func path(ending: String) -> String {
        let name = "\(stem).\(ending)"
        return folder == "." ? name : folder + (folder.hasSuffix("/") ? "" : "/") + name
    }

    /// A name part without anything that means something to a file system or a shell.
    package static func cleaned(_ part: String) -> String {
        let clean = part.unicodeScalars.prefix(60).map { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_".unicodeScalars.contains(scalar))
                ? Character(scalar) : "_"
        }
        return clean.isEmpty ? "_" : String(clean)
    }
}

/// How far a fetch has come.
package struct FetchProgress: Hashable, Sendable {
    /// Bytes on disk so far.
    package var received: Int
    /// Bytes in all, when the store or the platform said so.
    package var total: Int?
    /// Bytes a second of late; nil at the start.
    package var rate: Double?
    /// How often what had come was dropped, since the store would not go on from there.
    package var restarts: Int
    /// When it was first told that so much had come, by the core's clock.
    var heard: Moment?

    /// Creates a state of progress.
    package init(received: Int, total: Int? = nil, rate: Double? = nil, restarts: Int = 0) {
        self.received = received
        self.total = total
        self.rate = rate
        self.restarts = restarts
    }
}

/// A file that a fetch has put in place, complete.
package struct FetchedFile: Hashable, Sendable {
    /// Where it is, as the user would type it.
    package var path: String
    /// Its size in bytes.
    package var bytes: Int
    /// How often what had come was dropped, since the store would not go on from there.
    package var restarts: Int
    /// How the store packs it, so that its size is not the one that the platform names; nil where it does not.
    package var coding: ContentCoding?

    /// Creates the description of a fetched file.
    package init(path: String, bytes: Int, restarts: Int = 0, coding: ContentCoding? = nil) {
        self.path = path
        self.coding = coding
        self.bytes = bytes
        self.restarts = restarts
    }
}

/// What is known of a run's fetch.
package enum Fetch: Hashable, Sendable {
    /// Other marked runs come first.
    case waiting
    /// It is under way, so far; nil before the first byte.
    case underWay(FetchProgress?)
    /// The file is there.
    case done(FetchedFile)
    /// It ended without a file.
    case failed(FetchFailure)
}
