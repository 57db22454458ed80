import FoundationEssentials
import Intuned

/// The state of one profile: the platform's data, the polling schedule, and the difference of its clock.
///
/// Nothing is shared, so that a bad key or an unreachable platform silences only its own profile.
package struct ProfileState: Equatable, Sendable {
    /// Seconds of difference up to which two clocks agree: the Date header counts whole seconds, and an answer takes time.
    private static let tellingChange = 2.0
    /// Seconds of difference above which the server's clock cannot date anything.
    private static let uselessDifference = 365 * 86_400.0

    /// The profile's id.
    package let id: ProfileID
    /// The settings chosen for the profile.
    package let settings: ProfileSettings
    /// What the platform has reported.
    package internal(set) var records = Records()
    /// The polling schedule.
    package internal(set) var polling: Polling
    /// What is wrong with its jobs.
    package internal(set) var judgements = Judgements()
    /// Seconds by which the server's clock is ahead of ours, from its Date header; 0 while they agree.
    package internal(set) var skew = 0.0
    /// What is kept of its ids, for the completion in a shell.
    var seen = SeenMemory()

    /// Creates the state of a profile without any requests so far.
    package init(_ id: ProfileID, _ settings: ProfileSettings, polling: Polling) {
        (self.id, self.settings, self.polling) = (id, settings, polling)
    }

    /// The topics requested while the profile is not shown: the list of jobs and each job's runs, slowly.
    var wantsUnseen: [Want] {
        let jobs = records.jobs?.jobs ?? []
        return [Want(.jobs, every: polling.interval * 20)]
            + jobs.map { Want(.newestRuns(job: $0.id), every: polling.interval * 40) }
    }

    /// Requests what is due while the profile is not shown, and drops data that no page would show.
    mutating func askUnseen(at now: Moment) -> [Effect] {
        let wants = wantsUnseen
        let kept = Set(wants.map(\.topic))
        records.keep(kept)
        records.keepRows { _ in RunsListing.headSize }
        return begin(wants, keeping: kept, at: now)
    }

    /// Requests what is due and returns the effects for it.
    mutating func begin(_ wants: [Want], keeping kept: Set<Topic>, at now: Moment) -> [Effect] {
        polling.begin(wants, keeping: kept, at: now).map { .call(id, $0) }
    }

    /// Records an answer; if no page needs it any more, only the schedule changes.
    mutating func take<Value>(
        _ result: Result<Answered<Value>, IntunedError>, for topic: Topic, isKept: Bool, at now: Moment,
        into change: (inout Records, Value, Moment) -> Void
    ) {
        switch result {
        case .success(let answer):
            polling.succeed(topic, at: now)
            noteServerTime(answer, to: topic, at: now)
            guard isKept else { return }
            let answered = polling.track(topic).answered ?? now
            change(&records, answer.value, answered)
            // An answer that the machine slept through tells how things were when it was asked for.
            let age = max(0, answered.seconds(until: now))
            judgements.judge(topic, in: records, answered: answered, at: now.wall.addingTimeInterval(skew - age))
        case .failure(let error):
            polling.fail(topic, error, at: now)
        }
    }

    /// Keeps the server's time when our wall clock is set: the times that the server gave keep their age, even without answers.
    ///
    /// An exception is a clock of ours that was years behind and is set right: then ages were counted on that clock.
    mutating func keepServerTime(from now: Moment, to next: Moment) {
        let set = next.wall.timeIntervalSince(now.wall) - now.seconds(until: next)
        guard abs(set) > Self.tellingChange else { return }
        if !records.clocksDifferByYears || abs(skew - set) <= Self.uselessDifference { skew -= set }
    }

    /// Updates `skew` from the Date header, which the server set in whole seconds at some instant between the request and now.
    ///
    /// A slow answer is not a wrong clock, and does not show whether a difference found by a quick answer still holds. A clock
    /// that is years away is useless: no two clocks in use differ so much.
    private mutating func noteServerTime<Value>(_ answer: Answered<Value>, to topic: Topic, at now: Moment) {
        guard let serverTime = answer.serverTime else { return }
        let ahead = serverTime.timeIntervalSince(now.wall)
        let behind = ahead + (polling.track(topic).attempted?.seconds(until: now) ?? 0)
        let difference = ahead > 0 ? ahead : min(behind, 0)
        records.clocksDifferByYears = abs(difference) > Self.uselessDifference
        // The fraction of a second that the header leaves out may be almost a whole second.
        if records.clocksDifferByYears || (ahead <= skew && skew <= behind + 1) { return }
        if abs(difference) <= Self.tellingChange {
            skew = 0
        } else if abs(difference - skew) > Self.tellingChange {
            skew = difference.rounded()
        }
    }
}
