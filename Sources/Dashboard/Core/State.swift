package import FoundationEssentials
import Intuned
package import TextScreen

/// All that the program knows and shows; changed by messages alone, drawn by `draw`.
package struct State: Equatable, Sendable {
    /// The size below which only a word about the size is shown.
    package static let leastSize = Size(columns: 40, rows: 10)

    /// Seconds beyond which a difference between the server's clock and ours is named.
    static let tellingSkew = 5.0

    /// What the owner chose at the start.
    package let settings: Settings
    /// Which key means what.
    package internal(set) var keymap = Keymap.standard
    /// The terminal's size.
    package internal(set) var size: Size
    /// The time of the latest message.
    package internal(set) var now: Moment
    /// The pages from the bottom to the one that is shown; never empty.
    package internal(set) var stack: [Page]
    /// The profile that is shown.
    package internal(set) var profile: ProfileState
    /// Those that are asked about as well.
    package internal(set) var others: [ProfileState]
    /// The fetches of results in this session, by run.
    package internal(set) var fetches: [RunKey: Fetch] = [:]
    /// The marked runs whose turn has come or will come.
    var queue = FetchQueue()
    /// The runs that are marked for a fetch, of any job, in the order in which they were marked.
    package internal(set) var marks: [RunKey] = []
    /// The results file that is being read; nil while none is.
    package internal(set) var reading: Reading?
    /// How many results files were opened in this session.
    var readingsOpened = 0
    /// Whether times are shown as times of day rather than as ages.
    package internal(set) var showsTimeOfDay = false
    /// The run whose secrets the user agreed to see.
    package internal(set) var revealed: RunKey?
    /// The sentence that answers the latest key.
    package internal(set) var notice: Notice?
    /// The question that waits for a yes.
    package internal(set) var question: Question?
    /// What to ask when that one is answered.
    var furtherQuestions: [Question.Deed] = []
    /// Whether keys are typed into the filter.
    package internal(set) var isTypingFilter = false
    /// The lines above the footer, as they were after the latest message; the layout leaves room for them.
    package internal(set) var status: [Span] = []

    /// The state at the start.
    ///
    /// - Parameters:
    ///   - pages: the pages above the list of jobs, when a job or a run was named on the command line.
    package init(settings: Settings, size: Size, now: Moment, polling: Polling = Polling(), pages: [Page] = []) {
        self.settings = settings
        self.size = size
        self.now = now
        self.profile = ProfileState(.first, settings.profile, polling: polling)
        self.others = settings.others.enumerated().map { place, settings in
            ProfileState(ProfileID(place + 1), settings, polling: polling.another(place + 1))
        }
        self.stack = [.jobs(JobsPage())] + pages
        if !settings.warnings.isEmpty { say(settings.warnings.joined(separator: " "), .warning) }
        gatherKept()
    }

    /// What the platform has told about the shown profile.
    package var records: Records { profile.records }

    /// When to ask for what of the shown profile.
    package var polling: Polling { profile.polling }

    /// The profile with this id, if it is one of this session.
    func profile(_ id: ProfileID) -> ProfileState? {
        id == profile.id ? profile : others.first { $0.id == id }
    }

    /// Changes the profile with this id where it is; one that is gone changes nothing.
    mutating func changeProfile(_ id: ProfileID, _ change: (inout ProfileState) -> Void) {
        if id == profile.id {
            change(&profile)
        } else if let index = others.firstIndex(where: { $0.id == id }) {
            change(&others[index])
        }
    }

    /// Changes every profile.
    mutating func changeProfiles(_ change: (inout ProfileState) -> Void) {
        change(&profile)
        for index in others.indices { change(&others[index]) }
    }

    /// The page that is shown.
    package var page: Page { stack.last ?? .jobs(JobsPage()) }

    /// As much of a run's id as tells it apart from those that are loaded.
    func shortID(of key: RunKey) -> String {
        let ids = records.listings[key.job]?.shortIDs ?? ShortIDs()
        return ids.short(key.run, ellipsis: Glyphs(settings.charset).ellipsis)
    }

    /// The wall clock of the server, for the age of what it dates.
    package var serverNow: Date { now.wall.addingTimeInterval(profile.skew) }

    /// What the wall clock, as it goes now, showed at an earlier moment, which may have been before somebody set it.
    func wall(of moment: Moment) -> Date { now.wall.addingTimeInterval(-moment.seconds(until: now)) }

    /// Whether the terminal is large enough for a page.
    package var fits: Bool { size.columns >= Self.leastSize.columns && size.rows >= Self.leastSize.rows }

    /// The age of the worst of the answers that the shown page stands on; nil on pages that do not age.
    package internal(set) var age: DataAge?
    /// The age of what the page as a whole stands on: one row among many that fails does not make the others doubtful.
    var ageOfWhole: DataAge?

    /// How much less often than wished rows are asked for, since there are so many; at least 1.
    private(set) var slowdown = 1.0
    /// All that must be asked for, most urgent first: the page on top, then slowly what lies below it.
    private(set) var wants: [Want] = []
    /// The topics that the pages of the stack show, whether they are asked for now or not.
    private(set) var kept: Set<Topic> = []

    /// The want as it is asked for.
    func spread(_ want: Want) -> Want {
        guard !want.isFocus, slowdown > 1, let cadence = want.cadence else { return want }
        return Want(want.topic, every: cadence * slowdown)
    }

    /// Finds out how old is what the page shows, once for all who ask.
    mutating func measureAge() {
        guard var focus = page.content.focus(in: self) else { return (age, ageOfWhole) = (nil, nil) }
        focus.isFocus = true
        let rows = page.content.rowWants(in: self)
        let worst = rows.wants.map(spread).reduce(focus) { isWorse($1, than: $0) ? $1 : $0 }
        age = age(of: worst)
        ageOfWhole = rows.speakForAll || worst == focus ? age : age(of: focus)
        // Whichever topic is asked next feels out whether an outage is over.
        guard polling.outage != nil, let next = polling.nextDue(wants, at: now) else { return }
        age?.next = max(0, next - now.uptime)
        ageOfWhole?.next = age?.next
    }

    private func age(of want: Want) -> DataAge { polling.age(of: want, fallback: records.known(want.topic), at: now) }

    private func isWorse(_ want: Want, than other: Want) -> Bool {
        func doubt(_ want: Want) -> (Int, Double) {
            let fallback = records.known(want.topic)
            let answered = polling.track(want.topic).answered ?? fallback
            let freshness = polling.freshness(of: want, fallback: fallback, at: now)
            return (freshness.doubt, answered.map { $0.seconds(until: now) } ?? 0)
        }
        return doubt(want) > doubt(other)
    }

    /// The server's time up to which what is shown is known: now while answers come, the last answer's time otherwise.
    var knownUntil: Date {
        guard let age = ageOfWhole, !age.freshness.isCurrent, let answered = age.answered else { return serverNow }
        return wall(of: answered).addingTimeInterval(profile.skew)
    }

    /// Finds out what must be asked for, once for all who ask.
    mutating func gatherWants() {
        let wishes = wishes
        slowdown = Self.slowdown(of: wishes)
        wants = wishes.map(spread)
    }

    /// Finds out what is to be kept.
    mutating func gatherKept() {
        kept = Set(stack.flatMap { page in page.content.wants(in: self).map(\.topic) })
    }

    /// All that the pages wish to ask for.
    private var wishes: [Want] {
        guard fits else { return [] }
        var wants = page.content.wants(in: self)
        if !wants.isEmpty { wants[0].isFocus = true }
        for below in stack.dropLast().reversed() {
            guard let focus = below.content.focus(in: self) else { continue }
            wants.append(Want(focus.topic, every: focus.every.map { max($0, polling.interval * 10) }))
        }
        var seen: Set<Topic> = []
        return wants.filter { seen.insert($0.topic).inserted }
    }

    /// Many rows that change are asked for less often, rather than all at once and then none until the minute is over.
    private static func slowdown(of wishes: [Want]) -> Double {
        let room = Double(RequestBudget.perMinute - RequestBudget.keptForFocus) * 0.9
        return max(1, wishes.lazy.filter { !$0.isFocus }.map(\.rate).reduce(0, +) / room)
    }

    /// Seconds of uptime at which something must happen even if nothing comes: a request, or the next second on the clock in the header.
    package var wakesAt: Double {
        let unseen = others.lazy.compactMap { $0.polling.nextDue($0.wantsUnseen, at: now) }
        let due = [polling.nextDue(wants, at: now), unseen.min()].compactMap { $0 }.min()
        let fraction = now.wall.timeIntervalSinceReferenceDate.truncatingRemainder(dividingBy: 1)
        let nextSecond = now.uptime + 1 - fraction
        return min(due ?? nextSecond, nextSecond)
    }
}
