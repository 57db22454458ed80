import ResultsFile
import TextScreen

/// Which columns of a list of items fit on the screen, if outputs have fields.
struct ItemsLayout {
    /// The columns beside the fields, in the order of the screen.
    enum Fixed: CaseIterable { case sign, row, api, parameters, started, took, tries }

    /// The most columns of the screen for parameters, if every field is shown in full.
    static let widestParameters = 44
    /// The most columns of the screen for parameters beside fields that are cut, and for the names of APIs.
    static let usualParameters = 26
    private static let narrowestParameters = 14
    private static let widestAPI = 12
    /// The room that fields and errors have at least; columns beside them give way.
    private static let leastRoom = 20

    /// The columns beside the fields, each with its least and its best width.
    private(set) var fixed: [(column: Fixed, least: Int, most: Int)]
    /// The fields on the screen, by their places in the chosen columns.
    private(set) var shown = 0..<0
    /// The number of chosen columns.
    let all: Int
    /// The most columns that can be skipped: the rest fits on the screen.
    private(set) var mostSkipped = 0
    /// The columns of the screen from the first field to the right edge.
    private(set) var room: Int

    init(_ fields: FieldColumns, _ reading: Reading, columns width: Int, _ charset: Charset) {
        let chosen = fields.columns
        all = chosen.count
        fixed = Self.important(fields, reading, charset)
        room = Self.room(beside: fixed, in: width)
        for column in [Fixed.took, .row, .api, .parameters] where room < Self.leastRoom {
            fixed.removeAll { $0.column == column }
            room = Self.room(beside: fixed, in: width)
        }
        guard !chosen.isEmpty else { return }
        mostSkipped = all - Self.count(chosen.reversed(), in: room)
        let first = min(fields.skipped, mostSkipped)
        shown = first..<(first + Self.count(chosen[first...], in: room))
        if shown.count == all { addUnimportant(fields, in: width) }
    }

    private static func important(
        _ fields: FieldColumns, _ reading: Reading, _ charset: Charset
    ) -> [(column: Fixed, least: Int, most: Int)] {
        let number = rowWidth(reading)
        let parameters = max(fields.sorted == "param" ? 11 : 10, fields.parametersWidth)
        var fixed: [(column: Fixed, least: Int, most: Int)] = [(.sign, 1, 1), (.row, number, number)]
        if reading.hasSeveralAPIs {
            let names = reading.snapshot.apis.prefix(100).map {
                ScreenText.columns(of: $0.name ?? "", charset: charset, upTo: widestAPI)
            }
            let width = max(fields.sorted == "api" ? 4 : 3, names.max() ?? 0)
            fixed.append((.api, width, width))
        }
        if fields.parametersWidth > 0 {
            fixed.append((.parameters, min(narrowestParameters, parameters), min(usualParameters, parameters)))
        }
        return fields.used.contains(.took) ? fixed + [(.took, 7, 7)] : fixed
    }

    /// The width of the last row's number.
    static func rowWidth(_ reading: Reading) -> Int { max(5, Wording.number(reading.snapshot.totals.items).count) }

    /// Adds the least important columns, then widens the parameters, as long as every field is shown in full.
    private mutating func addUnimportant(_ fields: FieldColumns, in width: Int) {
        let besides = fixed.reduce(0) { $0 + $1.most + $1.column.gap }
        var spare = width - besides - fields.columns.reduce(0) { $0 + $1.width + $1.gap } + 1
        let tries = fields.sorted == "tries" ? 6 : 5
        for (column, needed) in [(Fixed.tries, tries), (.started, 11)] where spare > needed && fields.used.contains(column) {
            fixed.append((column, needed, needed))
            spare -= needed + column.gap
        }
        if spare > 0, let index = fixed.firstIndex(where: { $0.column == .parameters }) {
            fixed[index].most = max(fixed[index].most, min(fields.parametersWidth, fixed[index].most + spare))
        }
        let order = Fixed.allCases
        fixed.sort { order.firstIndex(of: $0.column) ?? 0 < order.firstIndex(of: $1.column) ?? 0 }
        room = Self.room(beside: fixed, in: width)
    }

    private static func room(beside fixed: [(column: Fixed, least: Int, most: Int)], in width: Int) -> Int {
        width - fixed.reduce(0) { $0 + $1.least + $1.column.gap }
    }

    /// The number of columns that fit, at least one.
    private static func count(_ columns: some Collection<FieldColumn>, in room: Int) -> Int {
        var left = room + 1
        var neighbour: FieldColumn?
        let fitting = columns.prefix { column in
            // Numbers beside numbers do not touch.
            let touches = neighbour.map { $0.isNumeric != column.isNumeric } ?? false
            left -= column.leastWidth + (touches ? 2 : 1)
            neighbour = column
            return left >= 0
        }
        return max(1, fitting.count)
    }
}

extension ItemsLayout.Fixed {
    /// The blanks behind the column: numbers stand on the right, where a text behind them would touch them.
    fileprivate var gap: Int {
        switch self {
        case .row, .took, .tries: 2
        case .sign, .api, .parameters, .started: 1
        }
    }
}

extension FieldColumn {
    /// The blanks behind the column.
    fileprivate var gap: Int { isNumeric ? 2 : 1 }
}

extension Reading {
    /// Whether items of more than one API are in the file.
    var hasSeveralAPIs: Bool { snapshot.apis.count > 1 }
}
