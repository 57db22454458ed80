import ArgumentParser
import Dashboard
import Intuned
import Testing

@testable import jobtop

/// The settings passed to the page of settings at the start.
struct SettingsInForceTests {
    private static let environment = ["INTUNED_API_KEY": "key-v", "INTUNED_WORKSPACE_ID": "workspace-v"]

    private func rows(
        _ arguments: [String] = [], _ environment: [String: String] = environment
    ) throws -> [String: SettingInForce] {
        let command = try JobtopCommand.parse(arguments)
        let file = IntunedFile(workspaceId: "workspace-f", projectName: "project-f")
        let settings = try PlatformSettings(command.platform, environment: environment) { () throws(StartError) in file }
        return Dictionary(uniqueKeysWithValues: settings.inForce(command, environment).map { ($0.name, $0) })
    }

    @Test func everyValueNamesWhereItComesFrom() throws {
        let rows = try rows(["--results-dir", "out", "--ascii", "--mouse", "--interval", "3"])
        #expect(rows["Workspace"]?.value == "workspace-v")
        #expect(rows["Workspace"]?.origin == .variable("INTUNED_WORKSPACE_ID"))
        #expect(rows["Project"]?.value == "project-f")
        #expect(rows["Project"]?.origin == .file(""))
        #expect(rows["API address"]?.value == IntunedClient.publicBaseURL)
        #expect(rows["API address"]?.origin == .standard)
        #expect(rows["Results folder"]?.origin == .option("--results-dir"))
        #expect(rows["Mouse"]?.origin == .option("--mouse"))
        #expect(rows["Characters"]?.origin == .option("--ascii"))
        #expect(rows["Interval"]?.origin == .option("--interval"), "also when it is what it would be anyway")
        #expect(rows["Request log"]?.origin == .standard)
    }

    @Test func optionsBeatVariablesAndFile() throws {
        let rows = try rows(["--workspace", "workspace-o", "--project", "project-o"])
        #expect(rows["Workspace"]?.origin == .option("--workspace"))
        #expect(rows["Project"]?.origin == .option("--project"))
    }

    @Test func keyIsNeverAmongThem() throws {
        for row in try rows().values { #expect(!"\(row)".contains("key-v")) }
    }

    @Test func simulatorIsNamedWhereItSetsTheVariables() throws {
        let rows = try rows(["--demo"])
        #expect(rows["Workspace"]?.origin == .simulator)
        #expect(rows["API key"]?.origin == .simulator)
    }

    @Test func colorsAndCertificatesAreThoseOfTheEnvironment() throws {
        let environment = Self.environment.merging(["NO_COLOR": "1", "SSL_CERT_DIR": "/certificates"]) { $1 }
        let rows = try rows([], environment)
        #expect(rows["Colors"]?.value == "off")
        #expect(rows["Certificates"]?.origin == .variable("SSL_CERT_DIR"))
    }

    @Test func readOnlyIsThatOfTheOptionOrOfTheVariable() throws {
        let variable = { (value: String) in Self.environment.merging(["JOBTOP_READ_ONLY": value]) { $1 } }
        #expect(try rows()["Read-only"]?.value == "no")
        #expect(try rows(["--read-only"])["Read-only"]?.origin == .option("--read-only"))
        #expect(try rows([], variable("1"))["Read-only"]?.value == "yes: no actions")
        #expect(try rows([], variable("1"))["Read-only"]?.origin == .variable("JOBTOP_READ_ONLY"))
        #expect(try rows([], variable("yse"))["Read-only"]?.value == "yes: no actions", "a mistake allows nothing")
        for value in ["", "0", "no", "False"] { #expect(try rows([], variable(value))["Read-only"]?.value == "no") }
    }

    @Test func placeOfTheActionsFileIsNamed() throws {
        let environment = Self.environment.merging(["XDG_STATE_HOME": "/state"]) { $1 }
        #expect(try rows([], environment)["Actions file"]?.value == "/state/jobtop/actions.jsonl")
        #expect(try rows([], environment)["Actions file"]?.origin == .variable("XDG_STATE_HOME"))
        #expect(try rows()["Actions file"]?.value == "none: HOME is not set")
    }

    @Test func themeIsThatOfTheOptionThenOfTheVariable() throws {
        let environment = Self.environment.merging(["JOBTOP_THEME": "dark"]) { $1 }
        #expect(try rows([], environment)["Theme"]?.value == "dark")
        #expect(try rows([], environment)["Theme"]?.origin == .variable("JOBTOP_THEME"))
        #expect(try rows(["--theme", "light"], environment)["Theme"]?.value == "light")
        #expect(try rows(["--theme", "light"], environment)["Theme"]?.origin == .option("--theme"))
        #expect(try rows()["Theme"]?.value == "auto")
        let command = try JobtopCommand.parse([])
        #expect(throws: StartError.theme("pink")) { try ThemeSetting(command, ["JOBTOP_THEME": "pink"]) }
    }
}
