import ResultsFile
import TextScreen

/// A results file as it is, for what holds no items and for those who want to see.
package struct BytesPage: PageContent {
    static let kind = PageKind.bytes
    static let bindings = [textOrHex, .copy] + Binding.moving + [.backOrLeft, .settings, .help] + Binding.leaving

    private static let textOrHex = Binding.page(
        .bytes(.toggleStyle), [.enter], "text or hex", "switch between text and hex")

    /// The run.
    package let key: RunKey
    /// Whether it is shown as text or as bytes.
    package internal(set) var style: BytesOrder.Style
    /// Where the first line on the screen begins.
    package internal(set) var offset: Int64 = 0
    /// Lines that the user went on since that was read; back when negative.
    package internal(set) var lines = 0

    /// Creates the page of a run's file, from its beginning.
    package init(key: RunKey, style: BytesOrder.Style = .text) {
        self.key = key
        self.style = style
    }

    var page: Page { .bytes(self) }

    var readKey: RunKey? { key }

    func crumb(in state: State) -> String { "raw file" }

    func copyText(in state: State) -> String? { state.reading?.path }

    mutating func beginAgain() { self = BytesPage(key: key, style: style) }

    func draw(_ state: State, on canvas: inout Canvas, in region: Region) {
        BytesView.draw(self, state, on: &canvas, in: region)
    }

    /// What is needed for the screen as it should be.
    func order(in state: State) -> BytesOrder {
        BytesOrder(
            style: style, offset: offset, lines: lines, count: BytesView.height(in: state), width: BytesView.width(in: state))
    }

    /// Takes in what was read; what was typed meanwhile is still to be done.
    mutating func take(_ part: BytesPart, of order: BytesOrder) {
        guard order.style == style, order.offset == offset else { return }
        offset = part.offset
        lines -= order.lines
    }

    mutating func move(_ move: Move, in state: State) {
        let height = BytesView.height(in: state)
        switch move {
        case .first: (offset, lines) = (0, 0)
        case .last: (offset, lines) = (state.reading?.bytes?.part.size ?? 0, -height)
        case .up, .down, .pageUp, .pageDown: lines = move.target(from: lines, count: .max, height: height)
        }
    }

    mutating func perform(_ command: PageCommand, in state: State) {
        guard case .bytes(let command) = command else { return }
        switch command {
        case .toggleStyle: style = style == .text ? .hex : .text
        }
    }
}
