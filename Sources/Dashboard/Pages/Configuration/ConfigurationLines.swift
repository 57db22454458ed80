import Intuned

/// The lines of a configuration that are shown.
///
/// They are computed when the configuration or the folded branches change, not for each key: a run may have very many items.
struct ConfigurationLines: Hashable, Sendable {
    /// The most lines kept; the frame says if there are more.
    static let most = 20_000
    /// The most columns for a name.
    private static let widestName = 40

    /// The lines, in order.
    private(set) var lines: [Outline.Line] = []
    /// The path of each line.
    private(set) var paths: [Outline.Path] = []
    /// Whether there are more lines than are kept.
    private(set) var isCut = false
    /// Whether the configuration holds a secret that is hidden by default, also under folded branches.
    private(set) var holdSecrets = false
    /// The end of the widest name, in columns.
    private(set) var nameWidth = 0
    private var tree = JSONValue.null
    private var folded: Set<Outline.Path> = []

    /// Computes the lines again if the configuration or the folded branches have changed.
    mutating func follow(_ tree: JSONValue, folded: Set<Outline.Path>) {
        let isSame = tree == self.tree && folded == self.folded
        // An equal answer replaces the stored one, too: later comparisons are with itself, which takes no time.
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
