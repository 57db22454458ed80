import Runtime
import TextScreen

/// A terminal that records what was done to it, with a scripted user.
final class RecordingTerminal: TerminalDevice {
    /// An action on the terminal.
    enum Deed: Equatable {
        case painted(Canvas)
        case redrawn
        case read
        case copied(String)
        case alerted(String)
        case titled(String)
        case mouse(Bool)
        case suspended
        case reclaimed
        case closed
    }

    let size = Size(columns: 80, rows: 24)
    let charset = Charset.unicode14
    let isInForeground = true
    private(set) var deeds: [Deed] = []
    private var inputs: [TerminalInput] = []
    private let user: (Deed) -> [TerminalInput]
    private let pipe: WakePipe

    /// - Parameter user: the input from the terminal after an action.
    init?(user: @escaping (Deed) -> [TerminalInput]) {
        guard let pipe = WakePipe() else { return nil }
        self.user = user
        self.pipe = pipe
    }

    /// The painted frames, in order.
    var frames: [Canvas] {
        deeds.compactMap { if case .painted(let canvas) = $0 { canvas } else { nil } }
    }

    var inputDescriptor: Int32 { pipe.readEnd }

    func paint(_ canvas: Canvas) { note(.painted(canvas)) }
    func redraw() { note(.redrawn) }
    func suspend(unless isLeaving: () -> Bool) { note(.suspended) }
    func reclaim(unless isLeaving: () -> Bool) { note(.reclaimed) }
    func close() { note(.closed) }

    func alert(title: String, text: String) { note(.alerted("\(title): \(text)")) }
    func setTitle(_ title: String) { note(.titled(title)) }

    func copy(_ text: String) -> Bool {
        note(.copied(text))
        return true
    }

    func reportMouse(_ isOn: Bool) -> Bool {
        note(.mouse(isOn))
        return true
    }

    func readInput() -> [TerminalInput] {
        _ = pipe.drain()
        let taken = inputs
        inputs = []
        note(.read)
        return taken
    }

    private func note(_ deed: Deed) {
        deeds.append(deed)
        let answer = user(deed)
        inputs += answer
        if !answer.isEmpty { pipe.wake() }
    }
}
