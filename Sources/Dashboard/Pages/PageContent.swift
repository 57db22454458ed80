import Insight
import Query
import TextScreen

/// A page's own behavior; most pages implement a few of these and use the defaults for the rest.
protocol PageContent: Hashable, Sendable {
    /// The page's kind.
    static var kind: PageKind { get }
    /// The key table of the page, in the order of footer and help.
    static var bindings: [Binding] { get }
    /// The page as a level of the stack.
    var page: Page { get }
    /// The run whose results it shows.
    var readKey: RunKey? { get }
    /// The words of its filter or search; nil without rows.
    var words: Filter? { get set }
    /// The fields that its filter may name; nil where words are only searched for.
    var fieldNames: FieldNames? { get }
    /// The values that a field has in the loaded rows, for completion.
    func values(of field: String, in state: State) -> [String]
    /// The headings of its list; empty without a list that can be arranged.
    func heads(in state: State) -> [ColumnHead]
    /// Goes to a row: by its number, by a part of the way, or by a time.
    mutating func goTo(_ target: String, in state: State)
    /// Goes to the next or previous row that needs somebody; false when there is none.
    mutating func goToUrgent(isForward: Bool, in state: State) -> Bool

    /// Its part of the path at the top of the screen.
    func crumb(in state: State) -> String
    /// The topic that it depends on; nil if it shows nothing that ages.
    func focus(in state: State) -> Want?
    /// The topics of the rows on the screen, and whether the worst of them decides the age of the whole page.
    func rowWants(in state: State) -> (wants: [Want], speakForAll: Bool)
    /// All topics that it needs while it is on top, most urgent first.
    func wants(in state: State) -> [Want]

    /// Updates what it derives from the records; runs once per message, before any decision or drawing that uses it.
    mutating func derive(in state: State)
    /// Adjusts cursors and scroll positions to changed data.
    mutating func settle(in state: State)
    /// Forgets positions in the run's results after the file was opened again: they may now hold other values.
    mutating func beginAgain()
    /// Moves within the page.
    mutating func move(_ move: Move, in state: State)
    /// Selects the row below the pointer; returns what the click hit.
    mutating func click(_ event: MouseEvent, in state: State) -> Click
    /// Carries out a command of this page.
    mutating func perform(_ command: PageCommand, in state: State)

    /// The page that `open` leads to; nil if nothing that can be opened is selected.
    func opened(in state: State) -> Page?
    /// The job that the page is about, or that is selected.
    func job(in state: State) -> String?
    /// The run that commands are about.
    func runKey(in state: State) -> RunKey?
    /// The problem that commands are about.
    func problem(in state: State) -> Problem?
    /// The text that `copy` copies.
    func copyText(in state: State) -> String?
    /// Whether there is text to copy; faster than making the text.
    func canCopy(in state: State) -> Bool
    /// Whether the selection is a hidden secret, which is not copied.
    func hidesSecret(in state: State) -> Bool
    /// Whether one of its commands for results would do something now.
    func isAvailable(_ command: ResultsCommand, of reading: Reading, in state: State) -> Bool

    /// Draws the page.
    func draw(_ state: State, on canvas: inout Canvas, in region: Region)
}

extension PageContent {
    var readKey: RunKey? { nil }
    var words: Filter? {
        get { nil }
        set { _ = newValue }
    }

    var fieldNames: FieldNames? { nil }
    func values(of field: String, in state: State) -> [String] { [] }
    func heads(in state: State) -> [ColumnHead] { [] }
    mutating func goTo(_ target: String, in state: State) {}
    mutating func goToUrgent(isForward: Bool, in state: State) -> Bool { false }

    func focus(in state: State) -> Want? { nil }
    func rowWants(in state: State) -> (wants: [Want], speakForAll: Bool) { ([], true) }
    func wants(in state: State) -> [Want] {
        readKey.map { state.wantsToCompare($0) } ?? focus(in: state).map { [$0] } ?? []
    }

    mutating func derive(in state: State) {}
    mutating func settle(in state: State) {}
    mutating func beginAgain() {}
    mutating func click(_ event: MouseEvent, in state: State) -> Click { .nothing }
    mutating func perform(_ command: PageCommand, in state: State) {}

    func opened(in state: State) -> Page? { nil }
    func runKey(in state: State) -> RunKey? { readKey }
    func job(in state: State) -> String? { runKey(in: state)?.job }
    func problem(in state: State) -> Problem? { nil }
    func copyText(in state: State) -> String? { nil }
    func canCopy(in state: State) -> Bool { copyText(in: state) != nil }
    func hidesSecret(in state: State) -> Bool { false }
    func isAvailable(_ command: ResultsCommand, of reading: Reading, in state: State) -> Bool { true }
}

/// A page with rows and a filter or a search.
protocol FilteredContent: PageContent {
    var filter: Filter { get set }
}

extension FilteredContent {
    var words: Filter? {
        get { filter }
        set { filter = newValue ?? Filter() }
    }
}

extension State {
    /// Changes the shown page through its content.
    mutating func changePage(_ change: (inout any PageContent, State) -> Void) {
        var content = page.content
        change(&content, self)
        stack[stack.count - 1] = content.page
    }
}
