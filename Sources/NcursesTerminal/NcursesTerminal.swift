import CNcurses
import Glibc
package import TextScreen

/// The terminal that the program was started in, driven by ncurses.
///
/// It belongs to the main thread, and there is one at a time: ncurses keeps its screen in global variables. ncurses' own
/// handler follows SIGWINCH. Who handles SIGTSTP must do so before: otherwise ncurses has it ignored whenever it writes, and a
/// `^Z` that comes in the middle of a frame is lost (lib_tstp.c, `_nc_signal_handler`).
package final class NcursesTerminal: TerminalDevice {
    /// The characters that can be shown: by the locale's encoding, unless ASCII was asked for.
    package let charset: Charset
    /// The kind of terminal that is drawn for instead, where the terminfo database lacks the one that TERM names; nil otherwise.
    package let standIn: TerminalStandIn?
    let screen: CursesScreen
    var keys = KeyDecoder()
    /// The measure that curses goes by.
    ///
    /// It is asked each time, which takes 2 ns; a table of all characters would take 2 ms of the start.
    private static let cLibrary = CharacterMeasure { Int(min(2, wcwidth(wchar_t(truncatingIfNeeded: $0.value)))) }
    private let depth: ColorDepth
    private var ink: Ink
    /// What is known of the terminal's background.
    var background: Background
    /// How it calls for attention.
    let attention: Attention
    /// Whether its former title is kept for the end, and it tells about its focus.
    private var isWatched = false
    /// The title that it has from us.
    var title: String?
    /// Whether it is asked to report the mouse.
    var reportsMouse = false { didSet { keys.expectsReports = reportsMouse } }
    private var rescue: TerminalRescue?
    /// What the terminal shows, and in which size; nil when that is not known.
    private var shown: (size: Size, picture: Canvas)?
    private var picture: Canvas?
    private var hidesCursor = false
    private(set) var isGivenBack = false
    private(set) var isClosed = false
    /// Whether it is there still, but for others alone.
    var isLost = false

    /// Takes the terminal over: no echo, no line editing, no cursor, its alternate screen with the first `paint(_:)`.
    ///
    /// - Parameters:
    ///   - term: the kind of terminal; by default what the variable TERM says. One without a terminfo entry gets a stand-in.
    ///   - locale: for setlocale(3); by default what the environment says.
    ///   - forcesASCII: draw with ASCII, whatever the locale allows.
    ///   - usesColor: false for a user who set NO_COLOR (no-color.org).
    ///   - theme: which colors to use.
    ///   - colorFGBG: the variable COLORFGBG, which may tell the background; see `Ground`.
    ///   - isQuiet: never ring, notify or set a title.
    ///   - isInTmux: whether requests must be wrapped to pass through tmux.
    ///   - crashSentence: what to write to standard error if the program crashes, with a newline at its end.
    package init(
        input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, term: String? = nil, locale: String = "",
        forcesASCII: Bool = false, usesColor: Bool = true, theme: Theme = .auto,
        colorFGBG: String? = nil, isQuiet: Bool = false, isInTmux: Bool = false, crashSentence: String
    ) throws(NcursesTerminalError) {
        let encodable = Self.charset(ofLocale: locale)
        guard let term = term ?? getenv("TERM").map({ String(cString: $0) }), !term.isEmpty else { throw .termNotSet }
        let modes = TerminalRescue.modes(of: output)
        (screen, standIn) = try CursesScreen.open(term: term, input: input, output: output)
        charset = forcesASCII ? .ascii : encodable
        depth = ColorDepth.start(wantsColor: usesColor)
        let ground = Ground(of: theme, variable: colorFGBG)
        ink = Ink(depth, on: ground)
        let asks = theme == .auto && depth != .monochrome && Attention.isUnderstood(by: screen.term, missing: standIn?.missing)
        let question = BackgroundRequest.question(term: screen.term, isInTmux: isInTmux)
        background = Background(ground: ground, question: asks ? question : nil)
        attention = Attention(
            term: screen.term, missing: standIn?.missing, isQuiet: isQuiet, isInTmux: isInTmux, charset: charset)
        rescue = TerminalRescue(
            descriptor: screen.outputDescriptor, modes: modes, sentence: crashSentence,
            ending: (knowsMouse ? MouseReport.off : "") + (asks ? BackgroundRequest.off : "") + (attention.ending ?? ""))
        configure()
    }

    deinit { close() }

    /// The room that the terminal has now.
    package var size: Size {
        isClosed ? Size(columns: 0, rows: 0) : Size(columns: Int(screen_columns()), rows: Int(screen_rows()))
    }

    /// The descriptor to wait on.
    package var inputDescriptor: Int32 { screen.inputDescriptor }

    /// Makes the terminal show the canvas; what it shows already is not sent again.
    ///
    /// A terminal may give a character more or fewer columns than the C library does, and then the rest of its row is shifted. That
    /// no other row is takes two things: no row runs over into the next, and none begins at a place that is counted from within
    /// another. So each is sent by itself, from the first column to the first column.
    package func paint(_ canvas: Canvas) {
        guard !isClosed, !isGivenBack else { return }
        let size = size
        if shown == nil || shown?.size != size { beginPicture() }
        var isNew = false
        for row in 0..<size.rows where shown.map({ !canvas.hasRow(row, of: $0.picture) }) ?? true {
            isNew = true
            screen_move(Int32(row), 0)
            screen_clear_to_end_of_row()
            let cells = ink.cells(ofRow: row, of: canvas, upTo: size.columns)
            screen_write(Int32(row), 0, cells, Int32(cells.count))
            refresh(row)
        }
        shown = (size, canvas)
        // A terminal that cannot hide its cursor shows it in this corner.
        if isNew, !hidesCursor { refresh(size.rows - 1) }
        picture = canvas
    }

    /// Makes the next `paint(_:)` send every cell again.
    package func redraw() { shown = nil }

    /// Gives the terminal back for a while, in which neither a crash nor an emergency touches it.
    func giveBack() {
        rescue?.rest()
        pauseScreen()
        isGivenBack = true
    }

    /// Takes the terminal over again, in its present size, and shows the last picture again.
    func takeAgain() {
        isGivenBack = false
        rescue?.wake()
        screen.resume()
        followSize()
        redraw()
        if let picture { paint(picture) }
    }

    private func beginPicture() {
        screen_erase()
        screen_clear_at_refresh(true)
        refresh(0)
        screen.holdRows()
        screen.tellPastes()
        tellAttention()
        watchBackground()
        if reportsMouse { screen.tell(MouseReport.on) }
        shown = (size, Canvas(size: size))
    }

    /// Draws for another ground, with one repaint of the picture.
    func draw(on ground: Ground) {
        guard ground != background.ground, !isClosed, !isGivenBack else { return }
        background.ground = ground
        ink = Ink(depth, on: ground)
        redraw()
        if let picture { paint(picture) }
    }

    /// Keeps the former title for the end, asks for news of the focus, and shows the title that was set.
    private func tellAttention() {
        guard let beginning = attention.beginning else { return }
        screen.tell(isWatched ? Attention.focus.on : beginning)
        isWatched = true
        if let title { screen.tell(attention.title(title)) }
    }

    private func pauseScreen() {
        let endings = [
            reportsMouse ? MouseReport.off : nil, background.isWatched ? BackgroundRequest.off : nil,
            isWatched ? attention.ending : nil,
        ]
        screen.pause(isPainted: picture != nil, ending: endings.compactMap { $0 }.joined())
        (isWatched, background.isWatched) = (false, false)
    }

    /// Sends what has changed, which is in this row at the most.
    private func refresh(_ row: Int) {
        screen_move(Int32(row), 0)
        screen_refresh()
        screen.returnCursor()
        if row == size.rows - 1 { screen.holdRows() }
    }

    /// Gives the terminal back for good.
    package func close() {
        guard !isClosed else { return }
        awaitAnswer()
        isClosed = true
        if !isGivenBack {
            pauseScreen()
            screen.dropInput()
        }
        screen.close()
        rescue?.disarm()
        rescue = nil
    }

    /// Gives the open terminal back from within a signal handler, without waiting for it: the process is to end right after.
    package static func abandon() { TerminalRescue.abandon() }

    private func configure() {
        // Long enough for the rest of a function key, too short to be felt after Escape.
        set_escdelay(25)
        cbreak()
        noecho()
        nonl()
        screen_keypad(true)
        screen_do_not_wait(true)
        // curses would leave a row as it was while keys wait, and nothing here would send it later.
        typeahead(-1)
        for (mark, code) in Paste.marks { define_key(mark, code) }
        // Elsewhere the same bytes may be those of keys. Newer entries give them to keys that nobody presses.
        if Attention.isOfAKind(screen.term) { for (mark, code, _) in Attention.focusMarks { define_key(mark, code) } }
        // curses would wait for more clicks after the first bytes of a report.
        define_key(nil, KEY_MOUSE)
        hidesCursor = curs_set(0) != ERR
    }

    /// Makes a locale the process's own, for setlocale(3), and says which characters its encoding has.
    package static func charset(ofLocale locale: String) -> Charset {
        setlocale(LC_ALL, locale)
        guard let encoding = nl_langinfo(nl_item(CODESET)) else { return .ascii }
        return String(cString: encoding) == "UTF-8" ? .unicode(cLibrary) : .ascii
    }
}
