import ArgumentParser
import Dashboard
import FoundationEssentials
import Insight
import Intuned
import Runtime

/// Writes a handover to the next shift.
struct HandoverCommand: PlatformCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobtop handover", abstract: "Write a handover to the next shift in Markdown.",
        usage: "jobtop handover [--since 8h] [-o FILE] [options]",
        discussion: """
            Says what failed, what is stuck or waits, what recovered, what was done from this machine and what is due next. Times \
            are in UTC and in local time. The text has no secrets. \(ExitStatus.help)
            """)

    @Option(help: "The time that the handover is about, such as 30m, 8h or 2d.")
    var since = "8h"

    @OptionGroup(title: "File") var target: FileOutput

    @OptionGroup var script: ScriptOptions

    func check(_ output: OutputSettings) throws(CommandFailure) {
        try script.output.checkNoRows("handover")
        try target.check()
        guard HandoverSpan.seconds(since) != nil else {
            throw .usage("--since must be a time up to 90d, such as 30m, 8h or 2d, not \(since).")
        }
    }

    func perform(
        on platform: CommandPlatform, in surroundings: CommandSurroundings
    ) async throws(CommandFailure) -> ExitStatus {
        let facts = try await HandoverReading(
            client: platform.client, seconds: HandoverSpan.seconds(since) ?? HandoverFacts.shift
        )
        .facts(project: platform.settings.project, surroundings.output.offsets)
        let actions = ActionsFile.read(ActionLog.path(environment: surroundings.environment))
        try target.write(Handover.text(facts, actions), surroundings.unfinished)
        return .good
    }
}
