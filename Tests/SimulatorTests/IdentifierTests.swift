import Testing

@testable import Simulator

struct IdentifierTests {
    private let identifiers = Identifiers(dice: Dice(3))

    @Test(arguments: [0, 1, 77, 99_999, 4_000_000])
    func aRunIsFoundAgainByItsID(_ ordinal: Int) {
        let id = identifiers.run(job: 5, ordinal: ordinal)
        #expect(identifiers.ordinal(ofRun: id, job: 5) == ordinal)
        #expect(identifiers.ordinal(ofRun: id, job: 6) == nil)
        #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/) != nil)
    }

    @Test(arguments: [ItemAddress(job: 0, ordinal: 0, index: 0), ItemAddress(job: 15, ordinal: 100_050, index: 4_999)])
    func anItemIsFoundAgainByItsID(_ address: ItemAddress) {
        let id = identifiers.item(address)
        #expect(id.utf8.count == 21)
        #expect(identifiers.address(ofItem: id) == address)
        #expect(identifiers.address(ofItem: String(id.dropLast()) + "!") == nil)
    }

    @Test func idsDiffer() {
        let ids = (0..<10).flatMap { job in (0..<500).map { identifiers.run(job: job, ordinal: $0) } }
        #expect(Set(ids).count == 5000)
    }

    @Test func whatIsNoIDIsNotFound() {
        for text in ["", "nix", "e3c1b7fd-ec5d-b7eb-20d3-c509783d2714", String(repeating: "é", count: 36)] {
            #expect(identifiers.ordinal(ofRun: text, job: 0) == nil)
            #expect(identifiers.address(ofItem: text) == nil)
        }
    }
}
