import Intuned

/// What the user wishes; whether a job is to be paused or resumed is decided by fresh data.
package enum ActionWish: Hashable, Sendable, CaseIterable {
    case trigger, terminate, pause, resume, togglePause

    /// The kind of action; nil where fresh data decides.
    package var kind: Action.Kind? {
        switch self {
        case .trigger: .trigger
        case .terminate: .terminate
        case .pause: .pause
        case .resume: .resume
        case .togglePause: nil
        }
    }
}

extension Action.Kind {
    /// The wish for an action of this kind.
    package var wish: ActionWish {
        switch self {
        case .trigger: .trigger
        case .terminate: .terminate
        case .pause: .pause
        case .resume: .resume
        }
    }
}

/// A question before an action: it keeps its targets whatever the list does, and asks the platform for them afresh.
package struct ActionDialog: Hashable, Sendable {
    /// One target with what fresh answers say about it.
    package struct Row: Hashable, Sendable {
        /// The target, as it was when the question was asked.
        package let target: ActionTarget
        /// The newest status.
        package var now: Sighting
        /// When the answer with the newest status arrived.
        package var nowAt: Moment?
        /// The topics that show its status.
        let topics: Set<Topic>
        /// The topics that were not answered since the question was asked.
        var awaited: Set<Topic>
        /// Why the latest request for fresh data failed.
        var error: IntunedError?
        /// The number of its action, once it was confirmed.
        var deed: Int?

        /// Whether the answers show another status than the user saw.
        var hasChanged: Bool { target.seen != now && target.seen != .unknown }
    }

    /// What the answer of the user has to be.
    package enum Confirmation: Hashable, Sendable {
        /// The key y.
        case yes
        /// This text, and Enter.
        case text(String)
    }

    /// Why the latest key did not confirm.
    package enum Hint: Hashable, Sendable {
        /// Something else was typed.
        case wrongText
        /// Pasted text confirms nothing.
        case pasted
        /// Fresh data is missing.
        case tooEarly
    }

    /// Seconds after an answer that changes the question during which nothing confirms it.
    static let pause = 0.7
    /// The most targets of one question.
    static let mostTargets = 50

    /// What the user wishes.
    package let wish: ActionWish
    /// What will be sent; nil until fresh data decides.
    package internal(set) var kind: Action.Kind?
    /// The targets.
    package internal(set) var rows: [Row]
    /// When the question was asked.
    package let opened: Moment
    /// Seconds of uptime from which it can be confirmed.
    var opens: Double
    /// What is typed.
    package internal(set) var typed = ""
    /// Why the latest key did not confirm.
    package internal(set) var hint: Hint?
    /// The number of the first target on the screen.
    package internal(set) var top = 0
    /// Whether it was confirmed; then it shows the outcomes.
    package internal(set) var isSent = false

    init(_ wish: ActionWish, _ rows: [Row], opened: Moment) {
        (self.wish, self.kind, self.rows, self.opened, opens) = (wish, wish.kind, rows, opened, opened.uptime)
    }

    /// Whether every target was answered for, or could not be.
    var isAnswered: Bool { rows.allSatisfy { $0.awaited.isEmpty || $0.error != nil } }

    /// What is in the way of acting on a target; nil if nothing is.
    package func obstacle(_ row: Row) -> ActionObstacle? {
        if let error = row.error, error.concernsEverything || row.now.word == nil { return .noFreshData(error) }
        guard let kind else { return nil }
        return kind.obstacle(seeing: row.now)
    }

    /// The targets that will be acted on.
    package var ready: [Row] { kind == nil ? [] : rows.filter { obstacle($0) == nil } }

    /// How the user confirms it.
    package var confirmation: Confirmation {
        if rows.count > 1 { return .text("\(ready.count)") }
        switch kind {
        case .terminate: return .text(String(rows.first?.target.id.suffix(4) ?? ""))
        case .trigger, .pause, .resume, nil: return .yes
        }
    }
}
