import TextScreen

/// The places of the wall's tiles: large ones while all problems fit, else small ones in columns and screenfuls.
struct WallLayout {
    /// Rows of a small tile.
    static let tileRows = 3

    /// The rows for tiles, between the line above and the line below.
    let body: Region
    /// Whether each problem has the whole width and large letters.
    let isLarge: Bool
    /// Rows from one large tile to the next.
    let largePitch: Int
    /// Columns of small tiles.
    let columns: Int
    /// The problems of one screenful.
    let capacity: Int
    /// How many screenfuls the problems need; at least 1.
    let screenfuls: Int

    init(_ state: State) {
        let problems = state.judgements.problems.count
        let screen = Region(state.size)
        body = screen.dropTop(screen.rows >= 16 ? 2 : 1).dropBottom(screen.rows >= 16 ? 2 : 1)
            .inset(columns: 1, rows: 0)
        largePitch = BigLetters(state.settings.charset).height + 2
        isLarge = problems > 0 && problems * largePitch - 1 <= body.rows
        columns = body.columns >= 150 ? 3 : body.columns >= 76 ? 2 : 1
        let lines = Self.lines(in: body.rows)
        capacity = isLarge ? problems : max(1, columns * lines)
        screenfuls = max(1, (problems + capacity - 1) / max(1, capacity))
    }

    /// The places of large tiles.
    func largePlaces(_ count: Int) -> [Region] {
        (0..<count).map { body.dropTop($0 * largePitch).top(largePitch - 1) }
    }

    /// The places of small tiles in a region, row by row.
    func smallPlaces(in region: Region) -> [Region] {
        let gap = 2
        let width = (region.columns - gap * (columns - 1)) / columns
        return (0..<Self.lines(in: region.rows) * columns).map { place in
            region.dropTop(place / columns * (Self.tileRows + 1)).top(Self.tileRows)
                .dropLeft(place % columns * (width + gap)).left(width)
        }
    }

    /// The rest below so many large tiles.
    func rest(below count: Int) -> Region { body.dropTop(count * largePitch) }

    private static func lines(in rows: Int) -> Int { (rows + 1) / (tileRows + 1) }
}
