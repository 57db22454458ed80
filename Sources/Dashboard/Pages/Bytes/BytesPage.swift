import ResultsFile

/// A results file as it is, for what holds no items and for those who want to see.
package struct BytesPage: Hashable, Sendable {
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

    mutating func move(_ command: Command, in state: State) {
        let height = BytesView.height(in: state)
        switch command {
        case .first: (offset, lines) = (0, 0)
        case .last: (offset, lines) = (state.reading?.bytes?.part.size ?? 0, -height)
        case .open: style = style == .text ? .hex : .text
        case .up, .down, .pageUp, .pageDown: lines = command.target(from: lines, count: .max, height: height) ?? lines
        case .left, .right, .back, .nextPane, .previousPane, .refresh, .togglePolling, .slower, .faster, .toggleTime, .filter,
            .configuration, .mark, .fetch, .cancelFetch, .webPage, .copy, .showSecrets, .results, .help, .redraw, .suspend, .quit:
            break
        }
    }
}
