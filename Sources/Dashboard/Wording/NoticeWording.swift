import Intuned
import TextScreen

/// Answers to key presses, and the questions that jobtop asks before it acts.
extension Wording {
    /// The question, which says what a yes would do.
    static func question(_ deed: Question.Deed, in state: State) -> String {
        switch deed {
        case .showSecrets(let key):
            "Show the secrets in the configuration of run \(state.shortID(of: key)) on this screen? They are hidden again when you leave the page."
        case .overwrite(_, let path): "\(path) already exists. Replace it?"
        case .overwriteExport(_, let order): "\(order.path) already exists. Replace it?"
        case .overwriteSaved(let order): "\(order.path) already exists. Replace it?"
        case .quit: "A fetch or export is running. Quit and discard it?"
        case .quitWhileActing: "An action is being sent. Quit without its answer?"
        }
    }

    /// The terminal accepted a text for its clipboard.
    static func copied(_ text: String) -> String { "Copied: \(text)" }

    /// The terminal accepts no text; the whole text is shown instead.
    static func selectInstead(_ text: String) -> String {
        "This terminal has no clipboard support. Select the text here: \(text)"
    }

    /// The terminal accepts no text, and the text holds a secret that is not shown.
    static func secretNotCopied(_ shown: String) -> String {
        "This terminal has no clipboard support, and the link's secret stays hidden: \(shown)"
    }

    /// A hidden value is not copied.
    static let secretIsHidden = "This value is secret. Press v to show it first."

    /// What the mouse does from now on.
    static func mouse(_ isOn: Bool) -> String {
        isOn ? "The mouse selects and scrolls. Hold Shift to select text." : "The mouse is off. The terminal selects text."
    }

    /// Nothing was asked of a terminal that may not understand.
    package static let mouseIsUnknown = "This terminal is not known to report the mouse."

    /// Text was pasted while nothing was being typed.
    static let pasteHasNoPlace = "Pasted text works only in a filter or search."

    /// The interval between requests for active runs.
    ///
    /// - Parameters:
    ///   - seconds: the interval.
    ///   - isShortest: whether the budget of one path allows no shorter interval.
    static func interval(_ seconds: Double, isShortest: Bool) -> String {
        "Active runs update every \(duration(seconds))\(isShortest ? ", the shortest interval allowed" : ""). Lists update less often."
    }
}
