import FoundationEssentials
import Intuned
import TextScreen

/// Whether the wall's data may be believed.
struct WallSignal {
    /// Large words over data that is out of date.
    struct Banner {
        var words: String
        var text: String
        var role: Role
    }

    /// The words over the whole wall; nil while the data as a whole is current.
    let banner: Banner?
    /// Whether some jobs have no current answer.
    let isPartlyUnknown: Bool

    init(_ state: State) {
        let whole = state.ageOfWhole
        func text(_ moment: Moment?, _ reason: String) -> String {
            guard let moment else { return Wording.neverAnswered }
            let time = Wording.dayOrTime(state.wall(of: moment), now: state.now.wall, state.settings.offsets)
            return Wording.noSignal(since: time, age: moment.seconds(until: state.now), reason)
        }
        isPartlyUnknown = state.age?.freshness.isDimmed ?? false
        banner =
            switch whole?.freshness {
            case .failing(let error, let since):
                Banner(words: Wording.noSignal, text: text(since, Wording.headline(error)), role: .bad)
            case .stale:
                Banner(words: Wording.noSignal, text: text(whole?.answered, Wording.freshness(.stale, age: nil)), role: .bad)
            case .held:
                Banner(
                    words: Wording.wallPaused, text: text(whole?.answered, Wording.freshness(.held, age: nil)), role: .warning)
            case .waiting, .live, .late, .settled, nil: nil
            }
    }
}
