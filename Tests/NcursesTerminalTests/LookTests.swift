@testable import NcursesTerminal
import Testing
import TextScreen

@Suite struct LookTests {
    @Test(arguments: [ColorDepth.palette, .basic, .monochrome], Ground.allCases)
    func rolesThatStandSideBySideLookDifferent(depth: ColorDepth, ground: Ground) {
        let neighbours: [[Role]] = [
            [.normal, .strong, .title, .muted], [.normal, .marked], [.border, .focusedBorder], [.normal, .key],
            [.good, .bad, .warning, .active], [.gaugeGood, .gaugeBad, .gaugeLeft], [.normal, .stale], [.normal, .link],
            [.normal, .foreignMark],
        ]
        for roles in neighbours {
            for looks in [
                roles.map { Look(of: $0, in: depth, on: ground) }, roles.map { Look(ofSelected: $0, in: depth, on: ground) },
            ] {
                for (index, look) in looks.enumerated() {
                    // Black text cannot be bold.
                    if roles[index] == .normal, look.color == 0 { continue }
                    #expect(!looks[(index + 1)...].contains(look), "\(roles[index]) in \(depth)")
                }
            }
        }
    }

    @Test(arguments: [ColorDepth.palette, .basic, .monochrome], Ground.allCases)
    func selectedRowLooksDifferentInEveryRole(depth: ColorDepth, ground: Ground) {
        #expect(Role.allCases.allSatisfy { Look(of: $0, in: depth, on: ground) != Look(ofSelected: $0, in: depth, on: ground) })
    }

    @Test(arguments: Ground.allCases) func withoutColorsThereAreNone(ground: Ground) {
        #expect(Role.allCases.allSatisfy { Look(of: $0, in: .monochrome, on: ground).color == nil })
        #expect(Role.allCases.allSatisfy { Look(ofSelected: $0, in: .monochrome, on: ground).color == nil })
    }

    @Test func noBasicColorVanishesOnACommonBackground() {
        // Red, green, magenta and cyan; the others are black, yellow, blue and white.
        let colors = Set(Role.allCases.compactMap { Look(of: $0, in: .basic, on: .unknown).color })
        #expect(colors.isSubset(of: [1, 2, 5, 6]))
    }

    @Test func basicWarningsAreYellowOnDarkAlone() {
        #expect(Look(of: .warning, in: .basic, on: .dark).color == 3)
        #expect(Look(of: .warning, in: .basic, on: .light).color == 5)
    }

    /// Reversed, the background of a look is the color of the text, on the terminal's own color of text.
    @Test func selectedRowOnAnUnknownGroundKeepsTheColorsOfWhatIsWrong() {
        #expect(Look(ofSelected: .bad, in: .basic, on: .unknown) == Look(nil, [.bold, .reverse], on: 1))
        #expect(Look(ofSelected: .warning, in: .basic, on: .unknown) == Look(nil, [.bold, .reverse], on: 5))
        #expect(Look(ofSelected: .good, in: .basic, on: .unknown) == Look(nil, .reverse))
    }

    /// Many terminals show bold black as gray.
    @Test func blackTextIsNeverBold() {
        for look in Role.allCases.map({ Look(ofSelected: $0, in: .basic, on: .dark) }) where look.color == 0 {
            #expect(!look.style.contains(.bold))
        }
    }

    @Test func heightsOfCellsAreTheSameWithoutColor() {
        for role in [Role.gaugeGood, .gaugeBad, .gaugeLeft, .warning, .active, .muted, .normal] {
            #expect(!Look(of: role, in: .monochrome, on: .unknown).style.contains(.reverse), "\(role)")
        }
    }
}
