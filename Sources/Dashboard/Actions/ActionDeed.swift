package import Intuned

/// An action that was confirmed, with what has come of it.
package struct ActionDeed: Hashable, Sendable {
    /// How far it is.
    package enum Phase: Hashable, Sendable {
        /// Its turn has not come.
        case waiting
        /// Its request is running.
        case sending
        /// The platform accepted it; jobtop waits until the platform shows the effect.
        case accepted(ActionAnswer)
        /// The answer was lost; jobtop looks.
        case sought(IntunedError)
        /// Nothing more happens.
        case ended(ActionOutcome)
    }

    /// Seconds for which jobtop waits for the effect of an accepted action.
    static let patience = 300.0
    /// Seconds after a lost answer for which jobtop looks for an effect.
    package static let lookingTime = 30.0
    /// Seconds for which trouble stays on the screen.
    static let remembrance = 120.0

    /// Its number in this session.
    package let id: Int
    /// What was confirmed.
    package let action: Action
    /// When it was confirmed.
    package let confirmed: Moment
    /// How far it is.
    package internal(set) var phase = Phase.waiting
    /// When its request was sent.
    package internal(set) var sent: Moment?
    /// When its request ended.
    var answered: Moment?
    /// When nothing more happened to it.
    var ended: Moment?
    /// When the latest request that can show the effect was sent.
    var looked: Moment?
    /// The runs of the job that were there before.
    var known: Set<String> = []
    /// The number of the first action of its question; nil if the question was about one.
    let batch: Int?
    /// Whether the platform does not know the target any more.
    var isGone = false
    /// Whether its line is in the file of actions.
    var isRecorded = false

    init(id: Int, _ action: Action, confirmed: Moment, batch: Int?) {
        (self.id, self.action, self.confirmed, self.batch) = (id, action, confirmed, batch)
    }

    /// Whether it still needs answers of the platform.
    package var isOpen: Bool {
        switch phase {
        case .waiting, .sending, .accepted, .sought: true
        case .ended: false
        }
    }

    /// Whether jobtop asks the platform about it.
    var isWatched: Bool {
        switch phase {
        case .accepted, .sought: true
        case .waiting, .sending, .ended: false
        }
    }

    /// Whether its request has not ended.
    package var isUnsent: Bool { phase == .waiting || phase == .sending }

    /// Whether it should stay on the screen.
    func isShown(at now: Moment) -> Bool {
        guard case .ended(let outcome) = phase, let ended else { return true }
        return outcome.isTrouble && ended.seconds(until: now) < Self.remembrance
    }
}
