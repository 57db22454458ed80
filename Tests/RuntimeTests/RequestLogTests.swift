import Glibc
import ResultsFile
import Testing

@testable import Runtime

/// The file of a log: limited, complete and readable only by its owner, whatever the disk does.
struct RequestLogTests {
    private let folder = Folder()
    private var path: String { folder.path + "/log" }

    private func lines(_ name: String) throws -> [String] {
        String(decoding: try folder.read(name), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func mode(_ name: String) -> mode_t {
        var status = stat()
        return stat("\(folder.path)/\(name)", &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test func aFullFileIsPutAsideAndTheTwoHoldTheNewestLines() throws {
        let log = try RequestLog(path: path, limit: 1000)
        for number in 1...1000 { log.add("line \(number)") }
        #expect(folder.names == ["log", "log.1"])
        for name in folder.names { #expect(try folder.read(name).count <= 1000) }
        let kept = try lines("log.1") + lines("log")
        #expect(kept == (1001 - kept.count...1000).map { "line \($0)" })
        #expect(kept.count > 100)
    }

    @Test func aLineThatIsLongerThanTheLimitIsWrittenAllTheSame() throws {
        let log = try RequestLog(path: path, limit: 10)
        for text in ["short", String(repeating: "long", count: 10), "last"] { log.add(text) }
        #expect(try lines("log.1") == [String(repeating: "long", count: 10)])
        #expect(try lines("log") == ["last"])
    }

    @Test func whatAnEarlierSessionWroteStaysAndCounts() throws {
        try RequestLog(path: path, limit: 20).add("of yesterday")
        let log = try RequestLog(path: path, limit: 20)
        log.add("today")
        log.add("later")
        #expect(try lines("log.1") == ["of yesterday", "today"])
        #expect(try lines("log") == ["later"])
    }

    @Test func bothFilesAreTheirOwnersAlone() throws {
        try folder.write("old\n", to: "log")
        chmod(path, 0o666)
        let log = try RequestLog(path: path, limit: 10)
        for number in 1...9 { log.add("line \(number)") }
        #expect([mode("log"), mode("log.1")] == [0o600, 0o600])
    }

    /// Has the same effect as a folder that accepts no new file.
    @Test func aFileThatCannotBePutAsideIsBegunAnew() throws {
        #expect(mkdir(path + ".1", 0o700) == 0)
        try folder.write("", to: "log.1/taken")
        let log = try RequestLog(path: path, limit: 1000)
        for number in 1...1000 { log.add("line \(number)") }
        #expect(try folder.read("log").count <= 1000)
        #expect(try lines("log").last == "line 1000")
    }

    @Test func aFileThatSomebodyElsePutAsideIsMadeAgainInTime() throws {
        let log = try RequestLog(path: path, limit: 30)
        log.add("one")
        #expect(rename(path, folder.path + "/elsewhere") == 0)
        for number in 1...10 { log.add("line \(number)") }
        #expect(try lines("log").last == "line 10")
    }

    /// A limit on the length of files stops a write in the middle, like a full disk.
    @Test func aDiskThatIsFullCostsLinesButNoHalfOnesAndEndsNothing() async {
        await #expect(processExitsWith: .success) {
            signal(SIGXFSZ, SIG_IGN)
            let folder = Folder()
            let log = try RequestLog(path: folder.path + "/log")
            var limit = rlimit(rlim_cur: 25, rlim_max: rlim_t.max)
            #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            for number in 1...9 { log.add("line number \(number)") }
            #expect(try folder.read("log") == Array("line number 1\n".utf8))
            limit.rlim_cur = rlim_t.max
            #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            log.add("room again")
            #expect(try folder.read("log") == Array("line number 1\nroom again\n".utf8))
        }
    }

    @Test func onlyAFileInAFolderThatIsThereCanBeALog() throws {
        try folder.write("", to: "target")
        #expect(symlink("target", folder.path + "/link") == 0)
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        let refused = ["link": ELOOP, "pipe": ENXIO, ".": EISDIR, "none/log": ENOENT]
        for (name, code) in refused {
            let path = "\(folder.path)/\(name)"
            let failure = FileFailure(path: path, .system(code: code), folderTakesFiles: name != "none/log")
            #expect(throws: RequestLogError.notWritable(failure)) { try RequestLog(path: path) }
        }
        #expect(try folder.read("target") == [])
    }
}
