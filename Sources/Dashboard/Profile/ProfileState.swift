import FoundationEssentials
import Intuned

/// All that is known by way of one profile: what the platform told, when to ask again, how its clock goes.
///
/// Nothing of it is shared, so that a bad key or a platform that is gone silences its own profile and no other.
package struct ProfileState: Equatable, Sendable {
    /// Seconds up to which two clocks agree: the Date header has whole ones, and an answer takes its time.
    private static let tellingChange = 2.0
    /// Seconds beyond which the server's clock says nothing about the age of anything.
    private static let uselessDifference = 365 * 86_400.0

    /// Which profile it is.
    package let id: ProfileID
    /// What was chosen for it.
    package let settings: ProfileSettings
    /// What the platform has told.
    package internal(set) var records = Records()
    /// When to ask for what.
    package internal(set) var polling: Polling
    /// Seconds that the server's clock is ahead of ours, by its Date header; 0 while they agree.
    package internal(set) var skew = 0.0

    /// Creates the state of a profile that nobody was asked for yet.
    package init(_ id: ProfileID, _ settings: ProfileSettings, polling: Polling) {
        (self.id, self.settings, self.polling) = (id, settings, polling)
    }

    /// What is asked for while the profile is not shown: its jobs and how each of them goes, slowly.
    var wantsUnseen: [Want] {
        let jobs = records.jobs?.jobs ?? []
        return [Want(.jobs, every: polling.interval * 20)]
            + jobs.map { Want(.newestRuns(job: $0.id), every: polling.interval * 40) }
    }

    /// Begins what is due while the profile is not shown, and forgets what nobody would see.
    mutating func askUnseen(at now: Moment) -> [Effect] {
        let wants = wantsUnseen
        let kept = Set(wants.map(\.topic))
        records.keep(kept)
        records.keepRows { _ in RunsListing.headSize }
        return begin(wants, keeping: kept, at: now)
    }

    /// Begins what is due and says whom to ask for it.
    mutating func begin(_ wants: [Want], keeping kept: Set<Topic>, at now: Moment) -> [Effect] {
        polling.begin(wants, keeping: kept, at: now).map { .call(id, $0) }
    }

    /// Takes in an answer; one that nobody waits for any more changes nothing but the schedule.
    mutating func take<Value>(
        _ result: Result<Answered<Value>, IntunedError>, for topic: Topic, isKept: Bool, at now: Moment,
        into change: (inout Records, Value, Moment) -> Void
    ) {
        switch result {
        case .success(let answer):
            polling.succeed(topic, at: now)
            noteServerTime(answer, to: topic, at: now)
            if isKept { change(&records, answer.value, polling.track(topic).answered ?? now) }
        case .failure(let error):
            polling.fail(topic, error, at: now)
        }
    }

    /// Whoever sets our wall clock does not move the server's, so what is dated by that one keeps its age, also while no answer comes.
    ///
    /// Unless ours was years behind and is set right: then it is the one that ages were counted on.
    mutating func keepServerTime(from now: Moment, to next: Moment) {
        let set = next.wall.timeIntervalSince(now.wall) - now.seconds(until: next)
        guard abs(set) > Self.tellingChange else { return }
        if !records.clocksDifferByYears || abs(skew - set) <= Self.uselessDifference { skew -= set }
    }

    /// The server took the time of its Date header, in whole seconds, at some instant between the request and now: a slow answer is no
    /// wrong clock, and does not tell whether one that a quick answer showed is still as wrong.
    ///
    /// A clock that is years away is of no use: the true difference between two clocks that anybody goes by is less.
    private mutating func noteServerTime<Value>(_ answer: Answered<Value>, to topic: Topic, at now: Moment) {
        guard let serverTime = answer.serverTime else { return }
        let ahead = serverTime.timeIntervalSince(now.wall)
        let behind = ahead + (polling.track(topic).attempted?.seconds(until: now) ?? 0)
        let difference = ahead > 0 ? ahead : min(behind, 0)
        records.clocksDifferByYears = abs(difference) > Self.uselessDifference
        // The second that the header does not count may be nearly over.
        if records.clocksDifferByYears || (ahead <= skew && skew <= behind + 1) { return }
        if abs(difference) <= Self.tellingChange {
            skew = 0
        } else if abs(difference - skew) > Self.tellingChange {
            skew = difference.rounded()
        }
    }
}
