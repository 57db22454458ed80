import Intuned

/// Actions in words: what is asked for, and what is in its way.
extension Wording {
    /// The verb of an action.
    package static func verb(_ kind: Action.Kind) -> String {
        switch kind {
        case .trigger: "Trigger"
        case .terminate: "Terminate"
        case .pause: "Pause"
        case .resume: "Resume"
        }
    }

    /// The title of a question.
    static func title(_ dialog: ActionDialog) -> String {
        let verb = dialog.kind.map(Self.verb) ?? "Pause or resume"
        if dialog.isSent { return "\(verb): what came of it" }
        let noun = dialog.wish == .terminate ? "run" : "job"
        guard dialog.rows.count > 1 else { return "\(verb) this \(noun)?" }
        guard dialog.isAnswered, dialog.ready.count < dialog.rows.count else {
            return "\(verb) \(count(dialog.rows.count, noun))?"
        }
        return "\(verb) \(number(dialog.ready.count)) of \(count(dialog.rows.count, noun))?"
    }

    /// What an action does.
    static func effect(_ kind: Action.Kind?) -> String {
        switch kind {
        case .trigger: "Starts a run by hand. The platform may bill it."
        case .terminate: "Stops the run for good. Its open items do not run."
        case .pause: "No new runs start. Active runs finish their running items and wait."
        case .resume: "The schedule and the paused runs continue."
        case nil: "Fresh data decides which."
        }
    }

    /// Why an action is not possible now, in a sentence or two.
    package static func cannot(_ wish: ActionWish, _ obstacle: ActionObstacle, host: String = "the platform") -> String {
        switch obstacle {
        case .readOnly: "jobtop is read-only. The command arm 10m allows actions for 10 minutes."
        case .noTarget: wish == .terminate ? "No run is selected." : "No job is selected."
        case .over(let word): "The run is over (\(word)). There is nothing to terminate."
        case .isPaused: "The job is paused already."
        case .isNotPaused: "The job is not paused."
        case .gone: "The platform does not know it any more (404)."
        case .unseen: "The platform has not shown its status yet."
        case .noFreshData(let error): "No fresh data. \(sentence(error, host: host)) Nothing is sent until the platform answers."
        case .isAsked: "It was asked for already. The platform has not answered yet."
        case .tooMany(let number): "\(Self.number(number)) are marked. One question takes at most \(ActionDialog.mostTargets)."
        }
    }

    /// The same in a few words, for the palette and the help.
    static func brief(_ obstacle: ActionObstacle) -> String {
        switch obstacle {
        case .readOnly: "read-only"
        case .noTarget(.terminate): "no run selected"
        case .noTarget: "no job selected"
        case .over(let word): "over: \(word)"
        case .isPaused: "already paused"
        case .isNotPaused: "not paused"
        case .gone: "gone (404)"
        case .unseen: "status not known"
        case .noFreshData: "no fresh data"
        case .isAsked: "already asked"
        case .tooMany: "too many marked"
        }
    }

    /// The status of a target with the age of its data.
    static func status(_ row: ActionDialog.Row, now: Moment) -> String {
        let age = row.nowAt.map { ", data \(Self.age($0.seconds(until: now))) old" } ?? ""
        return switch row.now {
        case .unknown: "not known yet"
        case .gone: "gone (404)\(age)"
        case .job, .run: "\(row.now.word ?? "")\(age)"
        }
    }

    /// Fresh data differs from what the user saw.
    static func changed(_ row: ActionDialog.Row, now: Moment) -> String {
        let before = row.target.seenAt.map { " \(duration($0.seconds(until: now))) ago" } ?? " before"
        return "Changed: it was \(row.target.seen.word ?? "unknown")\(before) and is \(row.now.word ?? "gone") now."
    }

    /// Several targets differ from what the user saw.
    static func changed(_ number: Int) -> String {
        number == 1 ? "1 has changed since you saw it." : "\(Self.number(number)) have changed since you saw them."
    }

    /// Fresh data is being asked for.
    static func askingAfresh(_ answered: Int, of all: Int) -> String {
        all > 1 ? "Asking the platform for fresh data: \(answered) of \(all)." : "Asking the platform for fresh data."
    }

    /// Fresh data shows what the user saw.
    static let nothingChanged = "Fresh data: nothing has changed."

    /// The target could not be read afresh, though the platform answers.
    static func notReadAfresh(_ error: IntunedError, host: String) -> String { "Not read afresh: \(sentence(error, host: host))" }

    /// Some targets are left out.
    static func leftOut(_ number: Int) -> String { "\(Self.number(number)) left out: see the reasons above." }

    /// A trigger beside an active run.
    static func runIsActive(_ id: String, _ word: String) -> String { "Run \(id) is \(word). A second run may not start." }

    /// A trigger of a paused job.
    static let triggersPaused = "The job is paused. The platform may refuse."

    /// Why the latest key did not confirm.
    static func words(_ hint: ActionDialog.Hint) -> String {
        switch hint {
        case .wrongText: "That is not the text. Nothing was sent."
        case .pasted: "Pasted text confirms nothing. Type it."
        case .tooEarly: "Not yet: wait for fresh data and read it."
        }
    }

    /// How to confirm.
    package static func prompt(_ expected: String) -> String { "Type \(expected) and press Enter: " }
}

/// Looking only, in words.
extension Wording {
    /// The header of a program that sends no actions.
    static let readOnlyInHeader = "read-only"

    /// The header while actions are allowed for a time.
    static func armedInHeader(_ seconds: Double) -> String { "armed \(duration(seconds.rounded(.up)))" }

    /// Actions are allowed for a time.
    static func armed(for seconds: Double) -> String {
        "Actions are allowed for \(duration(seconds)). The command arm off ends that."
    }

    /// Actions are forbidden again.
    static let disarmed = "jobtop is read-only again."

    /// There is nothing to lift.
    static let armedAlways = "jobtop is not read-only: actions are always allowed."

    /// The same in two words.
    static let notReadOnly = "not read-only"

    /// The text names no time.
    static func badArming(_ text: String) -> String { "\u{201C}\(text)\u{201D} is not a time. \(armExample), at most 12h." }

    /// How to write a time.
    static let armExample = "Examples: arm 10m, arm 1h"

    /// The entry of the palette.
    static func armEntry(_ time: String) -> String {
        time == "off" ? "arm off: forbid actions again" : "arm \(time): allow actions for a time"
    }
}
