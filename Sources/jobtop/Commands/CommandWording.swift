import Dashboard
import Intuned

/// The notes of commands, in words.
enum CommandWording {
    /// Jobs are missing in the list.
    static func unreadableJobs(_ rows: Int) -> String { "\(Wording.count(rows, "job")) of the answer cannot be read." }

    /// The runs of a job are not known.
    static func unknownRuns(_ job: String) -> String { "The runs of \(job) are not known." }

    /// Runs are missing in the list.
    static func unreadableRuns(_ rows: Int) -> String { "\(Wording.count(rows, "run")) of the answers cannot be read." }
}

/// Actions of commands, in words.
extension CommandWording {
    /// Actions are forbidden.
    static let readOnly = "read-only: nothing was sent. Leave out --read-only, or unset JOBTOP_READ_ONLY."

    /// Nobody can be asked.
    static let needsYes =
        "nobody can confirm this: standard input or standard error is not a terminal. Add --yes. Nothing was sent."

    /// The run that was started and is watched.
    static func watching(_ run: String) -> String { "started run \(run)." }

    /// A watch prints sentences or whole objects.
    static let noFieldsWithWatch = "--watch prints other lines too. Leave out --fields."

    /// Something else was typed.
    static let notConfirmed = "not confirmed. Nothing was sent."

    /// The job does not exist.
    static func noJob(_ id: String, project: String) -> String { "No job \(id) in the project \(project)." }

    /// The question before an action, with its target.
    static func question(_ kind: Action.Kind, _ view: ActionView, host: String) -> String {
        let target = view.target
        let run = target.run.map { ", run \($0)" } ?? ""
        let place = "project \(target.project) on \(host), job \(target.job)\(run)"
        let status = "\(target.seen.word ?? "unknown"), \(Wording.duration(view.known.age())) ago"
        let isActive = kind == .trigger && view.runs.contains(where: \.isActive)
        return "\(Wording.verb(kind)): \(place). Status: \(status)."
            + (isActive ? " A run is active: a second one may not start." : "")
    }

    /// The target changed while the question was open.
    static func changed(_ target: ActionTarget, to now: Sighting) -> String {
        "\(target.id) was \(target.seen.word ?? "unknown") and is \(now.word ?? "unknown") now. Nothing was sent."
    }

    /// Nothing reached the platform.
    static func notSent(_ error: IntunedError, host: String) -> String {
        "Nothing was sent. \(Wording.sentence(error, host: host))"
    }

    /// The answer was lost.
    static func looking(_ error: IntunedError, host: String) -> String {
        "\(Wording.sentence(error, host: host)) The request may have arrived. Looking for its effect."
    }

    /// The answer was lost, and what was seen then.
    static func lost(_ action: Action, _ error: IntunedError, _ seconds: Double, _ found: String, host: String) -> String {
        "\(Wording.verb(action.kind)) \(action.target.id): sent \(Wording.duration(seconds)) ago, \(Wording.noAnswer(error)). "
            + "\(Wording.sentence(error, host: host)) \(found)"
    }
}
