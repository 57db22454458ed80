import Intuned

/// The entries of the palette for actions by name: `pause JOB`, `terminate RUN`, `arm 10m`.
extension State {
    private static let verbs: [(word: String, wish: ActionWish)] = [
        ("trigger", .trigger), ("terminate", .terminate), ("pause", .pause), ("resume", .resume),
    ]
    private static let mostEntries = 20

    /// The entries for what is typed; none if it names no action.
    func actionEntries(_ text: String) -> [Menu.Entry] {
        let words = text.lowercased().split(separator: " ", maxSplits: 1)
        guard let first = words.first else { return [] }
        let rest = words.count > 1 ? String(words[1]).trimmed : ""
        if first == "arm" { return [armEntry(rest)] }
        guard let verb = Self.verbs.first(where: { $0.word == first }) else { return [] }
        // A name alone is about what the page is about.
        let isAlone = rest.isEmpty || "job".hasPrefix(rest) || "run".hasPrefix(rest)
        let own = isAlone ? targets(of: verb.wish) : []
        let others = verb.wish == .terminate ? runs(rest) : jobs(rest)
        let named = (own.count > 1 ? [] : own) + others.filter { !own.map(\.id).contains($0.id) }
        let entries = named.prefix(Self.mostEntries).map { entry(verb.word, verb.wish, $0) }
        return own.count > 1 ? [entry(verb.word, verb.wish, marked: own)] + entries : entries
    }

    private func entry(_ word: String, _ wish: ActionWish, marked targets: [ActionTarget]) -> Menu.Entry {
        let obstacle = obstacle(to: wish, targets)
        let noun = wish == .terminate ? "marked run" : "marked job"
        return Menu.Entry(
            choice: .actOnMarked(wish), label: "\(word) \(Wording.count(targets.count, noun))",
            note: obstacle.map(Wording.brief) ?? "", isOn: nil, isAvailable: obstacle == nil)
    }

    private func armEntry(_ time: String) -> Menu.Entry {
        let isTime = time == "off" || Self.seconds(of: time) != nil
        return Menu.Entry(
            choice: .arm(time), label: Wording.armEntry(time),
            note: !settings.isReadOnly ? Wording.notReadOnly : isTime ? "" : Wording.armExample, isOn: nil,
            isAvailable: settings.isReadOnly && isTime)
    }

    private func entry(_ word: String, _ wish: ActionWish, _ target: ActionTarget) -> Menu.Entry {
        let obstacle = obstacle(to: wish, [target])
        return Menu.Entry(
            choice: .act(wish, target), label: "\(word) \(target.id)",
            note: obstacle.map(Wording.brief) ?? target.seen.word ?? "",
            isOn: nil, isAvailable: obstacle == nil)
    }

    private func jobs(_ text: String) -> [ActionTarget] {
        Fuzzy.filtered((records.jobs?.jobs ?? []).map(\.id), by: text) { $0 }.map { target($0) }
    }

    /// The loaded active runs whose ids begin so, or all.
    private func runs(_ text: String) -> [ActionTarget] {
        records.listings.sorted { $0.key < $1.key }.flatMap { job, listing in
            listing.runs.filter { $0.isActive && $0.id.lowercased().hasPrefix(text) }
                .map { target(RunKey(profile: profile.id, job: job, run: $0.id)) }
        }
    }

    /// Why a command does nothing now.
    func whyNot(_ command: Command) -> String {
        guard case .page(.act(let wish)) = command, let obstacle = obstacle(to: wish, targets(of: wish)) else {
            return Wording.whyNot(command)
        }
        return Wording.brief(obstacle)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
