import Testing

@testable import jobtop

struct SettingsFileTests {
    private let folder = Folder()

    private func nearest(from path: String) -> Result<SettingsFile?, StartError> {
        do throws(StartError) { return .success(try SettingsFile.nearest(from: path)) } catch { return .failure(error) }
    }

    @Test func theFileOfTheFolderIsRead() throws {
        try folder.write(#"{"workspaceId": "w", "projectName": "p", "metadata": {"a": [1]}}"#, to: "Intuned.json")
        #expect(nearest(from: folder.path) == .success(SettingsFile(workspaceId: "w", projectName: "p")))
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
        #expect(nearest(from: folder.path) == .success(SettingsFile(workspaceId: "w", projectName: "https://p")))
    }

    @Test func theNearestFolderUpwardsCounts() throws {
        let inner = try folder.folder("a/b/c")
        try folder.write(#"{"projectName": "far"}"#, to: "Intuned.json")
        #expect(nearest(from: inner) == .success(SettingsFile(projectName: "far")))
        try folder.write(#"{"projectName": "near"}"#, to: "a/b/Intuned.jsonc")
        #expect(nearest(from: inner) == .success(SettingsFile(projectName: "near")))
    }

    @Test func withoutAFileThereIsNone() throws {
        #expect(nearest(from: folder.path) == .success(nil))
        #expect(nearest(from: "/") == .success(nil))
    }

    @Test(arguments: ["", "{", "[]", "null", #"{"workspaceId": 7}"#])
    func aBrokenFileIsAnError(_ text: String) throws {
        let path = try folder.write(text, to: "Intuned.json")
        let reason = "it is not a JSON object with text in workspaceId and projectName"
        #expect(nearest(from: folder.path) == .failure(.settingsFile(path: path, reason: reason)))
    }

    @Test func aFileThatCannotBeReadIsAnError() throws {
        let path = try folder.folder("Intuned.json")
        #expect(nearest(from: folder.path) == .failure(.settingsFile(path: path, reason: "it cannot be read")))
    }
}
