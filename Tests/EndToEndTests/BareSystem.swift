import Foundation

/// A system for tests of setup, with a few scripts in place of apt, dpkg, sudo and Swift.
final class BareSystem {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "jobtop-setup-\(UUID().uuidString)")

    /// A system with root's rights, a package archive, and Swift if `version` is given.
    init(swift version: String? = "6.3.1") throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: folder.appending(path: "installed"))
        for tool in ["sh", "cat", "chmod", "dirname", "env", "grep", "head", "mv", "readlink", "rm", "sed", "sort", "tail", "tr"]
        {
            let found =
                ["/usr/bin", "/bin"].first { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") } ?? "/usr/bin"
            try FileManager.default.createSymbolicLink(atPath: path(tool), withDestinationPath: "\(found)/\(tool)")
        }
        try add("id", "echo 0")
        try add("ldd", "grep -qx libsqlite3-0 $here/installed || printf '\\tlibsqlite3.so.0 => not found\\n'")
        try add("dpkg-query", "for name; do :; done; grep -qxF \"$name\" $here/installed && echo 'install ok installed'")
        try add("dpkg", "echo \"dpkg $*\" >>$here/log; rm -f $here/refusal")
        try add("apt-cache", "case $1 in pkgnames) echo libstdc++-9-dev; echo libstdc++-14-dev ;; *) cat $here/policy ;; esac")
        try add(
            "apt-get",
            """
            echo "apt-get $*" >>$here/log
            [ $1 = update ] && { cat $here/update 2>/dev/null; exit 0; }
            [ ! -e $here/refusal ] || { cat $here/refusal; exit 100; }
            for name; do case $name in -*|install|Dpkg*) ;; *) echo $name >>$here/installed ;; esac; done
            ! grep -qx swiftlang $here/installed || { mv $here/debians $here/swift && chmod +x $here/swift; } 2>/dev/null
            exit 0
            """)
        try write("policy", "  Candidate: (none)\n")
        if let version { try addSwift(version) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Adds a Swift of this version, with a compiler that looks for the C++ library of gcc 16.
    func addSwift(_ version: String) throws {
        try add("swift", "echo 'Swift version \(version) (swift-\(version)-RELEASE)'")
        try addCompiler()
    }

    /// Offers Debian's Swift in this version.
    func offerSwift(_ version: String) throws {
        try write("policy", "swiftlang:\n  Installed: (none)\n  Candidate: \(version)-1\n")
        try add("debians", "echo 'Swift version \(version) (swift-\(version)-RELEASE)'")
        try addCompiler()
    }

    private func addCompiler() throws {
        try add(
            "clang",
            """
            case $1 in
                -v) echo 'Selected GCC installation: /usr/lib/gcc/x86_64-linux-gnu/16' >&2 ;;
                -x) grep -qxF libstdc++-16-dev $here/installed ;;
                *) exit 1 ;;
            esac
            """)
    }

    /// Adds a command; `$here` is the folder of all commands.
    func add(_ name: String, _ body: String) throws {
        try? FileManager.default.removeItem(atPath: path(name))
        try write(name, "#!/bin/sh\nhere='\(folder.path)'\n\(body)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path(name))
    }

    /// Removes a command.
    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    /// Makes apt print `words` and fail from now on; nil ends the failures.
    func refuse(_ words: String?) throws {
        try? FileManager.default.removeItem(atPath: path("refusal"))
        if let words { try write("refusal", words + "\n") }
    }

    /// Makes an update of apt's lists print `words`.
    func warn(_ words: String) throws { try write("update", words + "\n") }

    /// Runs setup for these packages.
    func setUp(_ packages: String...) throws -> ShellCommand {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let script = root.appending(path: "Scripts/setup").path
        return try ShellCommand.run("/bin/sh", [script] + packages, environment: ["PATH": folder.path])
    }

    /// The requests to apt and dpkg, one per line.
    var log: [String] {
        ((try? String(contentsOfFile: path("log"), encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    }

    /// The installed packages, in alphabetical order.
    var installed: [String] {
        ((try? String(contentsOfFile: path("installed"), encoding: .utf8)) ?? "").split(separator: "\n").map(String.init).sorted()
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path(name))) }
}
