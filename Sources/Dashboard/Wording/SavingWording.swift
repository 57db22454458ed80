/// Files of pages and handovers in words.
extension Wording {
    /// The file of a page has no known ending.
    static let snapshotEnding = "The name must end with .svg, .txt or .ansi."
    /// The time of a handover is not understood.
    static let handoverSpan = "A handover needs a time such as 30m, 8h or 2d."

    /// Saves the page under a name.
    static func snapshotEntry(_ name: String) -> String { "save this page as \(name)" }

    /// Saves a handover about a time.
    static func handoverEntry(_ span: String) -> String { "save a handover about the last \(span)" }

    /// A page or a handover is in a file.
    static func saved(_ order: SaveOrder) -> String {
        switch order.content {
        case .page: "Saved this page as \(order.path)."
        case .handover: "Saved the handover as \(order.path)."
        }
    }
}
