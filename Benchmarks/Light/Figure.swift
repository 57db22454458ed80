/// One measured figure, what is wanted, and the same of other programs.
struct Figure {
    var what: String
    var unit: String
    var wanted: String
    var value: Double
    var beside: [(name: String, value: Double)]

    /// The figures as a table; a ratio is jobtop's figure to the other's.
    static func table(_ figures: [Figure]) -> Table {
        var table = Table("what", "wanted", "jobtop", "beside it", "ratio")
        for figure in figures {
            table.add(
                figure.unit.isEmpty ? figure.what : "\(figure.what), \(figure.unit)", figure.wanted, figure.value.short,
                figure.beside.map { "\($0.name) \($0.value.short)" }.joined(separator: ", "),
                figure.beside.map { (figure.value / $0.value).short }.joined(separator: ", "))
        }
        return table
    }
}
