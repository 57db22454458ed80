package import FoundationEssentials
import Intuned
package import TextScreen

/// Everything that the program knows and shows; only messages change it, and `draw` draws it.
package struct State: Equatable, Sendable {
    /// The smallest size that shows pages; below it only a note about the size is shown.
    package static let leastSize = Size(columns: 40, rows: 10)

    /// Seconds of difference between the server's clock and ours above which the header names it.
    static let tellingSkew = 5.0

    /// The choices made at the start.
    package let settings: Settings
    /// The commands of the keys.
    package internal(set) var keymap = Keymap.standard
    /// The terminal's size.
    package internal(set) var size: Size
    /// The time of the latest message.
    package internal(set) var now: Moment
    /// The stack of pages; the last one is shown; never empty.
    package internal(set) var stack: [Page]
    /// The profile that is shown.
    package internal(set) var profile: ProfileState
    /// The profiles that are polled but not shown.
    package internal(set) var others: [ProfileState]
    /// The fetches of results in this session, by run.
    package internal(set) var fetches: [RunKey: Fetch] = [:]
    /// The queue of runs to fetch.
    var queue = FetchQueue()
    /// The runs marked for a fetch, of any job, in the order in which they were marked.
    package internal(set) var marks: [RunKey] = []
    /// The jobs marked for an action, in the order in which they were marked.
    package internal(set) var jobMarks: [String] = []
    /// The actions that were asked for or confirmed.
    package internal(set) var actions = Actions()
    /// The results file that is being read; nil if none.
    package internal(set) var reading: Reading?
    /// The causes of the runs whose results were read in this session.
    var causesRead = CausesMemory()
    /// What the latest answers changed.
    var changes = Changes()
    /// The number of results files opened in this session.
    var readingsOpened = 0
    /// Whether times are shown as times of day instead of ages.
    package internal(set) var showsTimeOfDay = false
    /// Whether the terminal reports the mouse instead of selecting text with it.
    package internal(set) var usesMouse: Bool
    /// The uptime of the latest click on a row, for a double click; nil after anything else was pressed.
    var lastClick: Double?
    /// The run whose secrets the user agreed to see.
    package internal(set) var revealed: RunKey?
    /// The sentence that answers the latest key.
    package internal(set) var notice: Notice?
    /// The question that waits for a yes.
    package internal(set) var question: Question?
    /// The questions to ask after the current one.
    var furtherQuestions: [Question.Deed] = []
    /// What happens while a filter is typed; nil while none is.
    var typing: FilterTyping?
    /// The filters that were applied on each kind of page, the newest last.
    var filters: [PageKind: [String]] = [:]
    /// How the user has arranged the lists of each kind of page.
    package internal(set) var lists: [PageKind: ListSetting] = [:]
    /// The menu that is open over the page.
    package internal(set) var menu: Menu?
    /// How often a command was run by its name.
    var uses: [Command: Int] = [:]
    /// The job whose runs are loaded on, down to the last.
    package internal(set) var loadsOn: String?
    /// When and how somebody is told about new problems.
    var alerts = Alerts()
    /// The lines above the footer, as of the latest message; the layout leaves room for them.
    package internal(set) var status: [[Span]] = []

    /// Creates the state at the start.
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
        self.usesMouse = settings.usesMouse
        self.stack = [.jobs(JobsPage())] + pages
        if !settings.warnings.isEmpty { say(settings.warnings.joined(separator: " "), .warning) }
        gatherKept()
    }

    /// What the platform has reported about the shown profile.
    package var records: Records { profile.records }

    /// What is wrong with the jobs of the shown profile.
    package var judgements: Judgements { profile.judgements }

    /// The polling schedule of the shown profile.
    package var polling: Polling { profile.polling }

    /// The profile with this id, if this session has it.
    func profile(_ id: ProfileID) -> ProfileState? {
        id == profile.id ? profile : others.first { $0.id == id }
    }

    /// Changes the profile with this id in place; does nothing if there is none.
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

    /// The shortest part of a run's id that distinguishes it from the loaded runs.
    func shortID(of key: RunKey) -> String {
        let ids = records.listings[key.job]?.shortIDs ?? ShortIDs()
        return ids.short(key.run, ellipsis: Glyphs(settings.charset).ellipsis)
    }

    /// The server's wall clock, for the age of the times that the server gives.
    package var serverNow: Date { now.wall.addingTimeInterval(profile.skew) }

    /// An earlier moment in terms of the wall clock's current setting, even if the clock was set since then.
    func wall(of moment: Moment) -> Date { now.wall.addingTimeInterval(-moment.seconds(until: now)) }

    /// Whether the terminal is large enough for a page.
    package var fits: Bool { size.columns >= Self.leastSize.columns && size.rows >= Self.leastSize.rows }

    /// The age of the worst answer that the shown page depends on; nil on pages that do not age.
    package internal(set) var age: DataAge?
    /// The age of the data that the page as a whole depends on; a single failing row does not make the other rows doubtful.
    var ageOfWhole: DataAge?

    /// The factor by which rows are polled less often because there are many; at least 1.
    private(set) var slowdown = 1.0
    /// All topics to request, most urgent first: the top page's, then at a slow pace those of the pages below.
    private(set) var wants: [Want] = []
    /// The topics that the pages of the stack show, whether they are requested now or not.
    private(set) var kept: Set<Topic> = []

    /// The want with its interval multiplied by the slowdown.
    func spread(_ want: Want) -> Want {
        guard !want.isFocus, slowdown > 1, let cadence = want.cadence else { return want }
        return Want(want.topic, every: cadence * slowdown)
    }

    /// Computes the age of the shown data once per message.
    mutating func measureAge() {
        guard var focus = page.content.focus(in: self) else { return (age, ageOfWhole) = (nil, nil) }
        focus.isFocus = true
        let rows = page.content.rowWants(in: self)
        let worst = rows.wants.map(spread).reduce(focus) { isWorse($1, than: $0) ? $1 : $0 }
        age = age(of: worst)
        // The page as a whole; its rows have intervals of their own.
        age?.every = focus.cadence
        ageOfWhole = rows.speakForAll || worst == focus ? age : age(of: focus)
        // The next topic to be requested probes whether the outage is over.
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

    /// The server's time up to which the shown data is known: now while answers arrive, otherwise the time of the last answer.
    var knownUntil: Date {
        guard let age = ageOfWhole, !age.freshness.isCurrent, let answered = age.answered else { return serverNow }
        return wall(of: answered).addingTimeInterval(profile.skew)
    }

    /// Computes the wants once per message.
    mutating func gatherWants() {
        let wishes = wishes
        slowdown = Self.slowdown(of: wishes)
        wants = wishes.map(spread)
    }

    /// Computes the topics to keep.
    mutating func gatherKept() {
        kept = Set(stack.flatMap { page in page.content.wants(in: self).map(\.topic) } + wantsOfActions.map(\.topic))
    }

    /// All wants of the pages, before the slowdown.
    private var wishes: [Want] {
        guard fits else { return wantsOfActions }
        var wants = page.content.wants(in: self)
        if !wants.isEmpty { wants[0].isFocus = true }
        wants = wantsOfActions + wants
        for below in stack.dropLast().reversed() {
            guard let focus = below.content.focus(in: self) else { continue }
            wants.append(Want(focus.topic, every: focus.every.map { max($0, polling.interval * 10) }))
            if case .jobs = below { wants += watched }
        }
        var seen: Set<Topic> = []
        return wants.filter { seen.insert($0.topic).inserted }
    }

    /// The runs of all jobs: problems are judged whatever page is open.
    private var watched: [Want] {
        (records.jobs?.jobs ?? []).map { job in
            var want = Want(.newestRuns(job: job.id), every: max(polling.interval * 40, 120))
            want.isBackground = true
            return want
        }
    }

    /// The factor that spreads the requests for many changing rows over the minute, so that they do not use the budget up.
    private static func slowdown(of wishes: [Want]) -> Double {
        let room = Double(RequestBudget.perMinute - RequestBudget.keptForFocus) * 0.9
        return max(1, wishes.lazy.filter { !$0.isFocus && !$0.isBackground }.map(\.rate).reduce(0, +) / room)
    }

    /// Seconds of uptime at which something must happen without a message: a request, the end of a mark, or the next
    /// second on the header's clock.
    package var wakesAt: Double {
        let unseen = others.lazy.compactMap { $0.polling.nextDue($0.wantsUnseen, at: now) }
        let due = [polling.nextDue(wants, at: now), unseen.min()].compactMap { $0 }.min()
        let fraction = now.wall.timeIntervalSinceReferenceDate.truncatingRemainder(dividingBy: 1)
        let nextSecond = now.uptime + 1 - fraction
        return [due, changes.nextEnd].compactMap { $0 }.reduce(nextSecond, min)
    }
}
