/// The actions of this session: the question that is open, and what has come of the confirmed ones.
package struct Actions: Hashable, Sendable {
    /// The question that is open.
    package internal(set) var dialog: ActionDialog?
    /// The actions that were confirmed and are not forgotten.
    package internal(set) var deeds: [ActionDeed] = []
    /// Seconds of uptime until which actions are allowed although jobtop was started to look only.
    var armedUntil: Double?
    /// Whether it was said that the file of actions cannot be written.
    var hasSaidFailure = false
    private var confirmed = 0

    /// Creates the actions of a new session.
    package init() {}

    /// Adds the confirmed actions of a question and returns their numbers.
    mutating func add(_ new: [Action], at now: Moment) -> [Int] {
        let batch = new.count > 1 ? confirmed + 1 : nil
        for action in new {
            confirmed += 1
            deeds.append(ActionDeed(id: confirmed, action, confirmed: now, batch: batch))
        }
        return Array(confirmed - new.count + 1..<confirmed + 1)
    }

    /// The confirmed action with this number.
    func deed(_ id: Int) -> ActionDeed? { deeds.first { $0.id == id } }

    /// Changes the confirmed action with this number.
    mutating func change(_ id: Int, _ change: (inout ActionDeed) -> Void) {
        guard let place = deeds.firstIndex(where: { $0.id == id }) else { return }
        change(&deeds[place])
    }

    /// Whether an action is waiting for its turn or being sent.
    package var isSending: Bool { deeds.contains(where: \.isUnsent) }

    /// The newest action on a run.
    func deed(onRun key: RunKey) -> ActionDeed? { deeds.last { $0.action.target.key == key } }

    /// The newest action on a job itself.
    func deed(onJob job: String, of profile: ProfileID) -> ActionDeed? {
        deeds.last { $0.action.target.run == nil && $0.action.target.job == job && $0.action.target.profile == profile }
    }
}
