@testable import Dashboard
import Query
import Testing
import TextScreen

@Suite struct TableTests {
    private func text(_ canvas: Canvas, row: Int) -> String {
        canvas.runs(inRow: row).map(\.text).joined()
    }

    private func table(mutesRepeats: Bool = false, isEmpty: Bool = false) -> Table<(left: String, why: String)> {
        Table(columns: [
            Column(title: "LEFT", width: .fixed(4), importance: 2, isRightAligned: true, field: "left", isEmpty: isEmpty) {
                [Span($0.left)]
            },
            Column(
                title: "WHY", width: .flexible(least: 4, most: .max), importance: 3, field: "why", mutesRepeats: mutesRepeats
            ) {
                [Span($0.why, .bad)]
            },
        ])
    }

    private func drawn(_ table: Table<(left: String, why: String)>, _ rows: [(left: String, why: String)]) -> Canvas {
        var canvas = Canvas(size: Size(columns: 20, rows: 6), charset: .unicode14)
        table.draw(rows, selected: nil, on: &canvas, in: Region(canvas.size))
        return canvas
    }

    private func roles(_ canvas: Canvas, rows: ClosedRange<Int>) -> [Role?] {
        rows.map { row in canvas.runs(inRow: row).last { !$0.text.allSatisfy { $0 == " " } }?.role }
    }

    @Test func headingsNeverTouch() {
        let canvas = drawn(table(), [("1234", "because")])
        #expect(text(canvas, row: 0).hasPrefix(" LEFT  WHY"))
        #expect(text(canvas, row: 1).hasPrefix(" 1234  because"))
    }

    @Test func clickOnAHeadingMeetsTheColumnBelowIt() {
        let list = Region(column: 0, row: 1, columns: 20, rows: 5)
        #expect(table().field(at: MouseEvent(.press, column: 4, row: 0), above: list) == "left")
        #expect(table().field(at: MouseEvent(.press, column: 6, row: 0), above: list) == nil)
        #expect(table().field(at: MouseEvent(.press, column: 7, row: 0), above: list) == "why")
    }

    @Test func reasonThatStandsAboveIsMuted() {
        let canvas = drawn(table(mutesRepeats: true), [("1", "a"), ("2", "a"), ("3", "b"), ("4", "a"), ("5", "a")])
        #expect(roles(canvas, rows: 1...5) == [.bad, .muted, .bad, .bad, .muted])
        let usual = drawn(table(), [("1", "a"), ("2", "a")])
        #expect(roles(usual, rows: 1...2) == [.bad, .bad])
    }

    @Test func emptyColumnLeavesUnlessTheListIsSortedByIt() {
        #expect(text(drawn(table(isEmpty: true), [("", "because")]), row: 0).hasPrefix(" WHY "))
        var setting = ListSetting()
        setting.order.field = "left"
        let sorted = table(isEmpty: true).arranged(by: setting, .unicode14)
        #expect(sorted.fitted(to: 18).map(\.column.field) == ["left", "why"])
        #expect(table(isEmpty: true).heads.map(\.title) == ["LEFT", "WHY"])
    }
}
