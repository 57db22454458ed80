import Testing

@testable import jobtop

/// What a line that is not complete yet says about the ids that may follow.
struct TypedLineTests {
    private func line(
        _ words: [String], environment: [String: String] = [:], file: IntunedFile? = nil
    ) -> TypedLine {
        TypedLine(["jobtop"] + words, index: words.count, environment: environment) { file }
    }

    private func named(_ workspace: String?, _ project: String?) -> [String?] { [workspace, project] }

    @Test func optionsBeatVariablesAndFile() {
        let environment = ["INTUNED_WORKSPACE_ID": "w2", "INTUNED_PROJECT": "p2"]
        let file = IntunedFile(workspaceId: "w3", projectName: "p3")
        let typed = line(["runs", "--workspace", "w1", ""], environment: environment, file: file)
        #expect(named(typed.workspace, typed.project) == ["w1", "p2"])
        let fromFile = line(["runs", ""], file: file)
        #expect(named(fromFile.workspace, fromFile.project) == ["w3", "p3"])
        let nothing = line(["runs", ""])
        #expect(named(nothing.workspace, nothing.project) == [nil, nil])
    }

    @Test func quotesAreTakenOffAndVariablesMeanNothing() {
        #expect(line(["runs", "-p", "'my shop'", ""]).project == "my shop")
        #expect(line(["runs", "-p", #""my \"shop\"""#, ""]).project == #"my "shop""#)
        #expect(line(["runs", "-p", #"my\ shop"#, ""]).project == "my shop")
        #expect(line(["runs", "-p", "$SHOP", ""], environment: ["INTUNED_PROJECT": "p"]).project == "p")
    }

    @Test func jobIsTheOneThatTheParserReads() {
        #expect(line(["run", "a", ""]).job == "a")
        #expect(line(["run", "--filter", "b", "a", ""]).job == "a")
        #expect(line(["watch", "--every", "5m", "a", ""]).job == "a")
        #expect(line(["a", ""]).job == "a")
        #expect(line(["open", "runs", ""]).job == "runs")
    }

    @Test func lineThatCannotBeReadNamesNothing() {
        #expect(line(["runs", "--no-such-option", ""]) == line([]))
        #expect(line(["runs", "--help", ""]).job == nil)
        #expect(line(["doctor", ""]).job == nil)
    }

    @Test func wordsBehindTheCursorDoNotCount() {
        let typed = TypedLine(["jobtop", "run", "a", "", "--project", "p"], index: 3, environment: [:]) { nil }
        #expect([typed.job, typed.project] == ["a", nil])
    }
}
