import ArgumentParser
import Dashboard
import FoundationEssentials
import Testing
import TextScreen

@testable import jobtop

/// What a command line for a snapshot means.
struct SnapshotPageTests {
    private func parsed(_ arguments: String...) throws -> SnapshotCommand { try SnapshotCommand.parse(arguments) }

    @Test func pageFollowsFromWhatIsNamed() throws {
        #expect(try parsed().wantedPage == .jobs)
        #expect(try parsed("a").wantedPage == .runs)
        #expect(try parsed("a", "latest").wantedPage == .run)
        #expect(try parsed("a", "--page", "history").wantedPage == .history)
        #expect(throws: (any Error).self) { try parsed("--page", "bytes") }
    }

    @Test func formatFollowsFromTheFile() throws {
        #expect(try parsed().wantedFormat == .text)
        #expect(try parsed("-o", "a.svg").wantedFormat == .svg)
        #expect(try parsed("-o", "a.svg", "--format", "ansi").wantedFormat == .ansi)
        #expect(try parsed("-o", "-").wantedFormat == .text)
        #expect(try parsed("-o", "a.png").wantedFormat == nil)
    }

    @Test func sizeIsColumnsAndRows() throws {
        #expect(try parsed().size == .standard)
        #expect(try parsed("--size", "80x24").size.size == Size(columns: 80, rows: 24))
        for text in ["80", "80x", "x24", "80x24x1", "80X24", "-1x-1", "99999999999999999999x5"] {
            #expect((SnapshotSize(argument: text)?.isPossible ?? false) == false, "\(text)")
        }
        for text in ["20x5", "500x200"] { #expect(SnapshotSize(argument: text)?.isPossible == true) }
    }

    @Test func everyKindOfPageIsDrawnOrReachedFromOne() {
        let kinds = SnapshotPage.allCases.map { page in
            page.pages(job: "a", run: "r", at: Moment(wall: Date(timeIntervalSince1970: 0), uptime: 0)).last?.kind ?? .jobs
        }
        // Results open from the page of their run; an item and the raw file open from the results.
        #expect(Set(PageKind.allCases).subtracting(kinds) == [.items, .groups, .item, .bytes])
    }
}
