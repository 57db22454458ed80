import Testing
import TextScreen

@Suite struct RegionTests {
    private let region = Region(column: 2, row: 3, columns: 10, rows: 6)

    @Test func partsShareTheEdgesOfTheWhole() {
        #expect(region.top(2) == Region(column: 2, row: 3, columns: 10, rows: 2))
        #expect(region.dropTop(2) == Region(column: 2, row: 5, columns: 10, rows: 4))
        #expect(region.bottom(2) == Region(column: 2, row: 7, columns: 10, rows: 2))
        #expect(region.dropBottom(2) == Region(column: 2, row: 3, columns: 10, rows: 4))
        #expect(region.left(4) == Region(column: 2, row: 3, columns: 4, rows: 6))
        #expect(region.dropLeft(4) == Region(column: 6, row: 3, columns: 6, rows: 6))
        #expect(region.inset(columns: 1, rows: 2) == Region(column: 3, row: 5, columns: 8, rows: 2))
        #expect(region.endColumn == 12)
        #expect(region.endRow == 9)
    }

    @Test(arguments: [Int.min, -1, 100, .max])
    func noCutTrapsOrGivesMoreThanThereIs(count: Int) {
        let parts = [
            region.top(count), region.dropTop(count), region.bottom(count), region.dropBottom(count), region.left(count),
            region.dropLeft(count), region.inset(columns: count, rows: count),
        ]
        for part in parts {
            #expect(part == region || part.isEmpty)
            #expect(part.isEmpty || part.intersection(region) == part)
        }
    }

    @Test func regionContainsItsCellsAlone() {
        for (column, row) in [(2, 3), (11, 3), (2, 8), (11, 8)] { #expect(region.contains(column: column, row: row)) }
        for (column, row) in [(1, 3), (12, 3), (2, 2), (2, 9), (Int.min, 3), (2, Int.max)] {
            #expect(!region.contains(column: column, row: row))
        }
    }

    @Test func whatIsTakenAndWhatIsLeftAreTheWhole() {
        for count in -2...12 {
            #expect(region.top(count).rows + region.dropTop(count).rows == 6)
            #expect(region.bottom(count).rows + region.dropBottom(count).rows == 6)
            #expect(region.left(count).columns + region.dropLeft(count).columns == 10)
        }
    }

    @Test func negativeExtentsAreNone() {
        var changed = region
        changed.columns = -5
        changed.rows = .min
        #expect(changed == Region(column: 2, row: 3, columns: 0, rows: 0))
        #expect(Size(columns: -1, rows: .min) == Size(columns: 0, rows: 0))
    }

    @Test func theFarthestPlacesDoNotOverflow() {
        let far = Region(column: .max, row: .max, columns: .max, rows: .max)
        #expect(far.endColumn > far.column)
        #expect(far.intersection(Region(column: .min, row: .min, columns: 1, rows: 1)).isEmpty)
    }
}
