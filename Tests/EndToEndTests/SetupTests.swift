import Testing

/// Setup on systems that lack something, simulated by scripts: nothing on this machine changes.
struct SetupTests {
    private let complete = ["binutils", "libsqlite3-0", "libstdc++-16-dev", "tmux"]

    @Test func everythingMissingIsInstalledOnce() throws {
        let system = try BareSystem()
        let first = try system.setUp("tmux")
        #expect(first.status == 0, "\(first)")
        #expect(first.errors == "Installing \(complete.joined(separator: " "))\n")
        #expect(first.output.isEmpty)
        #expect(system.installed == complete)
        let count = system.log.count
        let second = try system.setUp("tmux")
        #expect(second.status == 0 && second.output.isEmpty && second.errors.isEmpty)
        #expect(system.log.count == count)
    }

    @Test(arguments: ["6.2", "6.2.3", "6.10", "7.0"]) func newEnoughSwiftIsTaken(version: String) throws {
        let system = try BareSystem(swift: version)
        #expect(try system.setUp().status == 0)
    }

    @Test(arguments: ["5.10", "6.0.3", "6.1.2"]) func oldSwiftIsRefusedBeforeAnythingIsInstalled(version: String) throws {
        let system = try BareSystem(swift: version)
        expectSentence("jobtop needs Swift 6.2 or newer, and swift is \(version): install a newer one", try system.setUp("tmux"))
        #expect(system.log.isEmpty)
    }

    @Test func debiansSwiftIsInstalledWhereNewEnough() throws {
        let system = try BareSystem(swift: nil)
        try system.offerSwift("6.2.3")
        let ended = try system.setUp("tmux")
        #expect(ended.status == 0, "\(ended)")
        // The C++ library that its compiler looks for is known only then.
        #expect(ended.errors == "Installing binutils swiftlang tmux\nInstalling libsqlite3-0 libstdc++-16-dev\n")
    }

    @Test(arguments: ["6.0.3", nil]) func withoutNewEnoughSwiftASentenceSaysWhereToGetIt(offered: String?) throws {
        let system = try BareSystem(swift: nil)
        if let offered { try system.offerSwift(offered) }
        expectSentence("https://www.swift.org/install/linux/", try system.setUp("tmux"))
        #expect(system.installed == [])
    }

    @Test func withoutRootAndSudoALineToRunIsPrinted() throws {
        let system = try BareSystem()
        try system.add("id", "echo 1000")
        expectSentence(
            "Run this as root, then try again: apt-get update && apt-get install -y --no-install-recommends \(complete.joined(separator: " "))",
            try system.setUp("tmux"))
        #expect(system.log.isEmpty)
    }

    @Test func nobodyIsSentToInstallSwiftThatDebianLacks() throws {
        let system = try BareSystem(swift: nil)
        try system.add("id", "echo 1000")
        expectSentence("https://www.swift.org/install/linux/", try system.setUp("tmux"))
        try system.add("sudo", "echo 'sudo: a password is required' >&2; exit 1")
        expectSentence("https://www.swift.org/install/linux/", try system.setUp("tmux"))
        try system.offerSwift("6.2.3")
        expectSentence("apt-get install -y --no-install-recommends binutils swiftlang tmux", try system.setUp("tmux"))
    }

    @Test func anotherUserInstallsBySudo() throws {
        let system = try BareSystem()
        try system.add("id", "echo 1000")
        try system.add("sudo", "echo sudo >>$here/log; exec \"$@\"")
        #expect(try system.setUp("tmux").status == 0)
        #expect(system.log.first == "sudo")
        #expect(system.installed == complete)
    }

    @Test(arguments: ["user is not in the sudoers file.", "sudo: a password is required"])
    func refusedSudoPrintsALineToRun(words: String) throws {
        let system = try BareSystem()
        try system.add("id", "echo 1000")
        try system.add("sudo", "echo '\(words)' >&2; exit 1")
        expectSentence("sudo was refused: run this as root, then try again: apt-get update", try system.setUp("tmux"))
    }

    @Test(arguments: [
        ("E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 77 (apt-get)", "Another program (process 77)"),
        ("dpkg: error: dpkg frontend lock was locked by another process with pid 78", "Another program (process 78)"),
        ("E: You don't have enough free space in /var/cache/apt/archives/.", "The disk is full"),
        ("dpkg: error processing archive x.deb: failed to write (No space left on device)", "The disk is full"),
        ("E: Failed to fetch http://deb.example/x.deb  Temporary failure resolving 'deb.example'", "archive deb.example"),
        ("E: Unable to locate package tmux", "The package archive has no tmux"),
        ("E: Something else", "E: Something else"),
    ])
    func failureIsASentenceAndTheSameCommandContinues(words: String, sentence: String) throws {
        let system = try BareSystem()
        try system.refuse(words)
        let ended = try system.setUp("tmux")
        #expect(ended.status == 1)
        #expect(ended.errors.contains(sentence))
        #expect(ended.errors.hasSuffix("then run the same command again.\n"))
        try system.refuse(nil)
        #expect(try system.setUp("tmux").status == 0)
        #expect(system.installed == complete)
    }

    @Test func missingNetworkIsNamedAlsoWhereOnlyTheUpdateSaysSo() throws {
        let system = try BareSystem()
        try system.warn("W: Failed to fetch http://deb.example/dists/InRelease  Temporary failure resolving 'deb.example'")
        try system.refuse("E: Unable to locate package tmux")
        expectSentence("Cannot reach the package archive deb.example: check the network", try system.setUp("tmux"), after: 1)
    }

    @Test(arguments: [
        "E: dpkg was interrupted, you must manually run 'dpkg --configure -a' to correct the problem.",
        "E: Unmet dependencies. Try 'apt --fix-broken install' with no packages (or specify a solution).",
    ])
    func interruptedInstallationIsFinishedFirst(words: String) throws {
        let system = try BareSystem()
        try system.refuse(words)
        #expect(try system.setUp("tmux").status == 0)
        #expect(system.log.contains("dpkg --configure -a"))
        #expect(system.installed == complete)
    }

    @Test func libraryOfUnknownPackageIsNamed() throws {
        let system = try BareSystem()
        try system.add("ldd", "printf '\\tlibodd.so.9 => not found\\n'")
        expectSentence("libodd.so.9", try system.setUp("tmux"))
    }

    /// Expects status 1 and one sentence on standard error, after lines that report progress.
    private func expectSentence(
        _ part: String, _ ended: ShellCommand, after lines: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(ended.status == 1, sourceLocation: sourceLocation)
        #expect(ended.errors.contains(part), sourceLocation: sourceLocation)
        #expect(ended.errors.split(separator: "\n").count == lines + 1, "\(ended.errors)", sourceLocation: sourceLocation)
        #expect(ended.output.isEmpty, sourceLocation: sourceLocation)
    }
}
