import Dashboard
import Glibc
import ResultsFile
import Testing

@testable import Runtime

/// What stands in the way of a partial file.
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
}
