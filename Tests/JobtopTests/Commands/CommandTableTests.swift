import ArgumentParser
import Dashboard
import Query
import Testing

@testable import jobtop

/// The table of commands, and the tables beside it.
struct CommandTableTests {
    @Test func everyCommandHasItsOwnName() {
        let names = CommandTable.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { !$0.contains(" ") })
    }

    @Test func helpOfTheProgramNamesEveryCommand() {
        let help = JobtopCommand.helpMessage(columns: 200)
        for command in CommandTable.script {
            let usage = command.configuration.usage ?? ""
            #expect(usage.hasPrefix("jobtop \(CommandTable.name(of: command)) ") && help.contains(usage))
        }
    }

    @Test func helpOfEveryCommandNamesTheExitStatuses() {
        for command in CommandTable.script { #expect(command.configuration.discussion.contains(ExitStatus.help)) }
        for status in ExitStatus.allCases { #expect(ExitStatus.help.contains("\n\(status.rawValue): ")) }
    }

    @Test func completionsKnowEveryCommand() {
        let script = CommandTree.completionScript(for: .bash)
        for (name, _) in CommandTable.all { #expect(script.contains("_jobtop_\(name)() {"), "\(name)") }
    }

    @Test func everyColumnIsAField() {
        for kind in RecordKinds.all {
            let names = kind.fields.map(\.name)
            #expect(Set(names).count == names.count, "\(kind.name)")
            #expect(kind.fields.contains { $0.isColumn }, "\(kind.name)")
            #expect(kind.fields.allSatisfy { $0.meaning.hasSuffix(".") }, "\(kind.name)")
        }
        #expect(Set(RecordKinds.all.map(\.name)).count == RecordKinds.all.count)
    }

    @Test func aFieldWithTheNameOfAFilterIsTheSame() {
        // What can be asked for has to be printable under the same name.
        let jobs = Set(RecordKinds.all[0].fields.map(\.name))
        #expect(Set(JobFields.names.kinds.keys).subtracting(jobs) == ["api"])
        let runs = Set(RecordKinds.all[1].fields.map(\.name))
        #expect(Set(RunFields.names.kinds.keys).subtracting(runs) == [])
    }
}
