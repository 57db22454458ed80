import Testing

@testable import jobtop

struct IntunedFileTests {
    private let folder = Folder()

    /// The workspace and project in the nearest file.
    private func nearest(from path: String) -> Result<[String?]?, StartError> {
        do throws(StartError) {
            return .success(try IntunedFile.nearest(from: path).map { [$0.workspaceId, $0.projectName] })
        } catch {
            return .failure(error)
        }
    }

    @Test func theFileOfTheFolderIsRead() throws {
        try folder.write(#"{"workspaceId": "w", "projectName": "p", "metadata": {"a": [1]}}"#, to: "Intuned.json")
        #expect(nearest(from: folder.path) == .success(["w", "p"]))
    }

    @Test func commentsAndTrailingCommasAreAllowed() throws {
        let text = """
            {
              // the workspace
              "workspaceId": "w", /* and
              the project */
              "projectName": "https://p",
            }
            """
        try folder.write(text, to: "Intuned.jsonc")
        #expect(nearest(from: folder.path) == .success(["w", "https://p"]))
    }

    @Test func theNearestFolderUpwardsCounts() throws {
        let inner = try folder.folder("a/b/c")
        try folder.write(#"{"projectName": "far"}"#, to: "Intuned.json")
        #expect(nearest(from: inner) == .success([nil, "far"]))
        try folder.write(#"{"projectName": "near"}"#, to: "a/b/Intuned.jsonc")
        #expect(nearest(from: inner) == .success([nil, "near"]))
    }

    @Test func withoutAFileThereIsNone() throws {
        #expect(nearest(from: folder.path) == .success(nil))
        #expect(nearest(from: "/") == .success(nil))
    }

    @Test(arguments: ["", "{", "[]", "null", #"{"workspaceId": 7}"#])
    func aBrokenFileIsAnError(_ text: String) throws {
        let path = try folder.write(text, to: "Intuned.json")
        let reason = "it must be a JSON object with text in workspaceId and projectName"
        #expect(nearest(from: folder.path) == .failure(.intunedFile(path: path, reason: reason)))
    }

    @Test func aFileThatCannotBeReadIsAnError() throws {
        let path = try folder.folder("Intuned.json")
        #expect(nearest(from: folder.path) == .failure(.intunedFile(path: path, reason: "it cannot be read")))
    }
}
