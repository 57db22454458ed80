import ResultsFile
import TextScreen

/// The page of the raw file, for files without items and for users who want to see the bytes.
package struct BytesPage: PageContent {
    static let kind = PageKind.bytes
    static let bindings =
        [textOrHex, .copy] + Binding.moving + [.backOrLeft, .problems, .settings, .palette, .mouse, .help] + Binding.leaving

    private static let textOrHex = Binding.page(
        .bytes(.toggleStyle), [.enter], "text or hex", "switch between text and hex")

    /// The run.
    package let key: RunKey
    /// Whether the file is shown as text or as bytes.
    package internal(set) var style: BytesOrder.Style
    /// The offset of the first line on the screen.
    package internal(set) var offset: Int64 = 0
    /// Lines that the user moved since the part was read; negative for up.
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

    /// The order for the part of the file that the screen should show.
    func order(in state: State) -> BytesOrder {
        BytesOrder(
            style: style, offset: offset, lines: lines, count: BytesView.height(in: state), width: BytesView.width(in: state))
    }

    /// Stores a part that was read; keeps moves made since the order.
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
