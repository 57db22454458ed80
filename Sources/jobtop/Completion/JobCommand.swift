import ArgumentParser

/// A command with a job on its command line; the completion of ids reads that job and the platform from a line that is typed.
protocol JobCommand: ParsableCommand {
    /// The job, if one is given.
    var typedJob: String? { get }
    /// Which platform is meant.
    var typedPlatform: PlatformOptions { get }
}

extension JobCommand where Self: PlatformCommand {
    var typedPlatform: PlatformOptions { script.platform }
}

extension RunsCommand: JobCommand { var typedJob: String? { job } }
extension RunCommand: JobCommand { var typedJob: String? { job } }
extension ConfigCommand: JobCommand { var typedJob: String? { job } }
extension FetchCommand: JobCommand { var typedJob: String? { job } }
extension WatchCommand: JobCommand { var typedJob: String? { job } }
extension SnapshotCommand: JobCommand { var typedJob: String? { job } }
extension TriggerCommand: JobCommand { var typedJob: String? { job } }
extension TerminateCommand: JobCommand { var typedJob: String? { job } }
extension PauseCommand: JobCommand { var typedJob: String? { job } }
extension ResumeCommand: JobCommand { var typedJob: String? { job } }

extension JobtopCommand: JobCommand {
    var typedJob: String? { jobID }
    var typedPlatform: PlatformOptions { options.platform }
}

extension OpenCommand: JobCommand {
    var typedJob: String? { options.jobID }
    var typedPlatform: PlatformOptions { options.options.platform }
}
