import Dashboard
import Glibc
import ResultsFile
import Testing

@testable import Runtime

/// The failure to create a partial file.
@Suite(.timeLimit(.minutes(1))) struct PartialFileTests {
    private func failure(of target: String) -> FetchFailure? {
        do throws(FetchFailure) {
            _ = try PartialFile(for: target)
            return nil
        } catch {
            return error
        }
    }

    @Test func folderAtThePathConcernsThisFileAlone() {
        let folder = Folder()
        let path = "\(folder.path)/run.jsonl.partial"
        #expect(mkdir(path, 0o700) == 0)
        let failure = failure(of: "\(folder.path)/run.jsonl")
        #expect(failure == .file(FileFailure(path: path, .system(code: EISDIR))))
        #expect(failure?.concernsEveryRun == false)
    }

    @Test func linkAtThePathConcernsThisFileAlone() {
        let folder = Folder()
        let path = "\(folder.path)/run.jsonl.partial"
        #expect(symlink("elsewhere", path) == 0)
        let failure = failure(of: "\(folder.path)/run.jsonl")
        #expect(failure == .file(FileFailure(path: path, .system(code: ELOOP))))
        #expect(failure?.concernsEveryRun == false)
    }

    @Test func missingFolderConcernsEveryFile() {
        let folder = Folder()
        let failure = failure(of: "\(folder.path)/missing/run.jsonl")
        #expect(failure?.concernsEveryRun == true)
    }

    /// A crash left a second name of a finished file, in a folder that has become read-only.
    @Test func nameThatCannotBeRemovedIsAFailure() async {
        await #expect(processExitsWith: .success) {
            let folder = Folder()
            let target = "\(folder.path)/run.jsonl"
            try folder.write("finished", to: "run.jsonl")
            #expect(link(target, target + ".partial") == 0)
            let user = geteuid()
            // No permission stops root, so this process continues as another user (seteuid(2)).
            let nobody: uid_t = user == 0 ? 65_534 : user
            for path in [target, folder.path] { #expect(chown(path, nobody, .max) == 0) }
            chmod(folder.path, 0o500)
            seteuid(nobody)
            var caught: FetchFailure?
            do throws(FetchFailure) { _ = try PartialFile(for: target) } catch { caught = error }
            seteuid(user)
            chmod(folder.path, 0o700)
            let failure = FileFailure(path: target + ".partial", .system(code: EACCES), folderTakesFiles: false)
            #expect(caught == .file(failure))
        }
    }
}
