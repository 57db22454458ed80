import TextScreen

/// What a page knows about itself; most have something to say to a few of these and leave the others as they are.
protocol PageContent: Hashable, Sendable {
    /// The page's kind.
    static var kind: PageKind { get }
    /// What keys mean on it, in the order in which footer and help name them.
    static var bindings: [Binding] { get }
    /// The page as a level of the stack.
    var page: Page { get }
    /// The run whose results it shows.
    var readKey: RunKey? { get }
    /// The words that its rows are filtered by, or that are looked for; nil without rows.
    var words: Filter? { get set }

    /// Its part of the path on top of the screen.
    func crumb(in state: State) -> String
    /// The topic whose answers it stands on; nil when it shows nothing that ages.
    func focus(in state: State) -> Want?
    /// What rows on the screen stand on, and whether the worst of it speaks for the page as a whole.
    func rowWants(in state: State) -> (wants: [Want], speakForAll: Bool)
    /// All that it needs while it is on top, most urgent first.
    func wants(in state: State) -> [Want]

    /// Updates what it shows of the records, once for each message and before anything is decided or drawn by it.
    mutating func derive(in state: State)
    /// Lets cursors and scroll positions follow what has changed under them.
    mutating func settle(in state: State)
    /// Forgets places in the run's results, whose file was opened again: other values may stand there.
    mutating func beginAgain()
    /// Moves within it.
    mutating func move(_ move: Move, in state: State)
    /// Carries out what concerns it alone.
    mutating func perform(_ command: PageCommand, in state: State)

    /// The page that `open` leads to; nil when nothing is selected that could be opened.
    func opened(in state: State) -> Page?
    /// The run that commands are about.
    func runKey(in state: State) -> RunKey?
    /// What `copy` copies.
    func copyText(in state: State) -> String?
    /// Whether there is a text to copy, which may take long to make.
    func canCopy(in state: State) -> Bool
    /// Whether what is selected is secret, so that it is not copied.
    func hidesSecret(in state: State) -> Bool
    /// Whether its command for results would do something now.
    func isAvailable(_ command: ResultsCommand, of reading: Reading, in state: State) -> Bool

    /// Draws it.
    func draw(_ state: State, on canvas: inout Canvas, in region: Region)
}

extension PageContent {
    var readKey: RunKey? { nil }
    var words: Filter? {
        get { nil }
        set { _ = newValue }
    }

    func focus(in state: State) -> Want? { nil }
    func rowWants(in state: State) -> (wants: [Want], speakForAll: Bool) { ([], true) }
    func wants(in state: State) -> [Want] {
        readKey.map { state.wantsToCompare($0) } ?? focus(in: state).map { [$0] } ?? []
    }

    mutating func derive(in state: State) {}
    mutating func settle(in state: State) {}
    mutating func beginAgain() {}
    mutating func perform(_ command: PageCommand, in state: State) {}

    func opened(in state: State) -> Page? { nil }
    func runKey(in state: State) -> RunKey? { readKey }
    func copyText(in state: State) -> String? { nil }
    func canCopy(in state: State) -> Bool { copyText(in: state) != nil }
    func hidesSecret(in state: State) -> Bool { false }
    func isAvailable(_ command: ResultsCommand, of reading: Reading, in state: State) -> Bool { true }
}

/// A page with rows that words narrow, or among which they look.
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
    /// Changes the page that is shown, by what it knows about itself.
    mutating func changePage(_ change: (inout any PageContent, State) -> Void) {
        var content = page.content
        change(&content, self)
        stack[stack.count - 1] = content.page
    }
}
