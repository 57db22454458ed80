import Intuned

/// The lines of a configuration as they are shown.
///
/// They are made when the configuration or what is folded changes and not for each key, since a run may be of very many items.
struct ConfigurationLines: Hashable, Sendable {
    /// Lines kept at the most; the frame says when there are more.
    static let most = 20_000
    /// Columns that a name takes at the most.
    private static let widestName = 40

    /// The lines, in order.
    private(set) var lines: [Outline.Line] = []
    /// Where each of them stands.
    private(set) var paths: [Outline.Path] = []
    /// Whether there are more lines than are kept.
    private(set) var isCut = false
    /// Whether there is anything to show that is hidden by default, also under what is folded.
    private(set) var holdSecrets = false
    /// Columns up to the end of the widest name.
    private(set) var nameWidth = 0
    private var tree = JSONValue.null
    private var folded: Set<Outline.Path> = []

    /// Makes the lines anew if they are not those of this configuration any more.
    mutating func follow(_ tree: JSONValue, folded: Set<Outline.Path>) {
        let isSame = tree == self.tree && folded == self.folded
        // An answer that says the same is kept all the same: it is compared with itself from then on, which takes no time.
        (self.tree, self.folded) = (tree, folded)
        guard !isSame else { return }
        let found = Outline.lines(of: tree, folded: folded, maximum: Self.most + 1)
        isCut = found.count > Self.most
        lines = Array(found.prefix(Self.most))
        paths = lines.map(\.path)
        holdSecrets = tree.holdsSecret
        nameWidth = lines.map { $0.depth * 2 + 2 + $0.name.prefix(Self.widestName).count }.max() ?? 0
    }
}
