import Dashboard
import FoundationEssentials
import Glibc
import Testing

@testable import Runtime

/// The file of the ids that were last seen: whole or not at all, for its owner alone, and of limited size.
struct SeenFileTests {
    private let folder = Folder()
    private let time = Date(timeIntervalSince1970: 1_795_456_800)
    private var path: String { "\(folder.path)/state/jobtop/seen.json" }

    private func file(_ project: String = "p", limit: Int = SeenFile.limit) -> SeenFile {
        SeenFile(path: path, workspace: "w", project: project, limit: limit)
    }

    private func status(_ path: String) -> stat {
        var status = stat()
        stat(path, &status)
        return status
    }

    private let job = SeenJob(id: "a", isPaused: false, runs: [SeenRun(id: "r", status: "SUCCESS", start: 7)])

    @Test func fileIsReadAsItWasWritten() throws {
        #expect(file().keep([job, SeenJob(id: "b")], isWhole: true, at: time))
        #expect(
            String(decoding: try folder.read("state/jobtop/seen.json"), as: UTF8.self) == """
                {"projects":[{"jobs":[{"id":"a","isPaused":false,"runs":[{"id":"r","start":7,"status":"SUCCESS"}]},{"id":"b"}],\
                "project":"p","seen":1795456800,"workspace":"w"}]}

                """)
        let expected = SeenProject(workspace: "w", project: "p", seen: 1_795_456_800, jobs: [job, SeenJob(id: "b")])
        #expect(SeenFile.read(path).projects == [expected])
    }

    @Test func folderAndFileAreTheirOwnersAlone() {
        let mask = umask(0)
        defer { umask(mask) }
        file().keep([job], isWhole: true, at: time)
        #expect(status(path).st_mode & 0o7777 == 0o600)
        #expect(status("\(folder.path)/state/jobtop").st_mode & 0o7777 == 0o700)
    }

    @Test func unchangedIdsAreNotWrittenAgain() {
        #expect(file().keep([job], isWhole: true, at: time))
        let before = status(path).st_ino
        #expect(!file().keep([job], isWhole: true, at: time.addingTimeInterval(3600)))
        #expect(!file().keep([SeenJob(id: "a")], isWhole: false, at: time))
        #expect(status(path).st_ino == before)
    }

    @Test func otherProjectsAreKept() {
        file("p").keep([job], isWhole: true, at: time)
        file("q").keep([SeenJob(id: "b")], isWhole: true, at: time)
        #expect(SeenFile.read(path).projects.map(\.project) == ["q", "p"])
    }

    @Test func twoWritersTearNothing() async {
        await withTaskGroup(of: Void.self) { group in
            for writer in ["p", "q"] {
                group.addTask {
                    let file = file(writer)
                    for number in 1...50 { file.keep([SeenJob(id: "j\(number)")], isWhole: true, at: time) }
                }
            }
            group.addTask {
                for _ in 1...200 {
                    // Either no file yet, or a whole one.
                    let isThere = access(path, F_OK) == 0
                    #expect(!isThere || !SeenFile.read(path).projects.isEmpty)
                }
            }
        }
        #expect(SeenFile.read(path).projects.contains { $0.jobs == [SeenJob(id: "j50")] })
        #expect(folder.names == ["state"])
    }

    @Test(arguments: ["", "{", "[]", #"{"projects":[{"jobs":7}]}"#, "\u{0}"]) func brokenFileIsReplaced(_ text: String) throws {
        file().keep([job], isWhole: true, at: time)
        try folder.write(text, to: "state/jobtop/seen.json")
        #expect(SeenFile.read(path) == SeenProjects())
        #expect(file().keep([job], isWhole: true, at: time))
        #expect(SeenFile.read(path).projects.first?.jobs == [job])
    }

    @Test func whatIsNoFileOrTooLargeIsNotRead() throws {
        #expect(SeenFile.read(folder.path) == SeenProjects())
        mkfifo("\(folder.path)/pipe", 0o600)
        #expect(SeenFile.read("\(folder.path)/pipe") == SeenProjects())
        let large = #"{"projects":[]}"# + String(repeating: " ", count: SeenFile.limit)
        try folder.write(large, to: "large")
        #expect(SeenFile.read("\(folder.path)/large") == SeenProjects())
    }

    @Test func fileStaysWithinItsLimit() throws {
        let runs = (0..<20).map { (number: Int) in SeenRun(id: "run-\(number)", status: "SUCCESS", start: number) }
        let jobs = (0..<200).map { (number: Int) in SeenJob(id: "job-\(number)", runs: runs) }
        for project in ["p", "q", "r"] { file(project, limit: 50_000).keep(jobs, isWhole: true, at: time) }
        #expect(try folder.read("state/jobtop/seen.json").count <= 50_000)
        let seen = SeenFile.read(path).projects
        #expect(seen.map(\.project) == ["r"])
        #expect(seen.first?.jobs.map(\.id) == jobs.map(\.id))
        #expect(seen.first?.jobs.last?.runs?.count == 5)
    }

    @Test func folderThatCannotBeMadeIsSilent() throws {
        try folder.write("", to: "state")
        #expect(!file().keep([job], isWhole: true, at: time))
    }

    @Test func orderOfTheDashboardIsCarriedOutAndStoppingWaitsForIt() async throws {
        let mailbox = try #require(Mailbox())
        let platform = StandInPlatform.silent
        let runner = EffectRunner(
            clients: [.first: platform.client], transport: platform, mailbox: mailbox, seen: [.first: file()])
        runner.run(.keepSeen(.first, [job]))
        runner.run(.keepSeen(ProfileID(1), [SeenJob(id: "of-another")]))
        await runner.stop()
        #expect(SeenFile.read(path).projects.map(\.jobs) == [[job]])
        #expect(mailbox.drain() == [])
    }
}
