import Glibc
@testable import NcursesTerminal
import Testing
import TextScreen

@Suite struct LookTests {
    @Test(arguments: [ColorDepth.palette, .basic, .monochrome])
    func rolesThatStandSideBySideLookDifferent(depth: ColorDepth) {
        let neighbours: [[Role]] = [
            [.normal, .strong, .title, .muted], [.normal, .marked], [.border, .focusedBorder], [.normal, .key],
            [.good, .bad, .warning, .active], [.gaugeGood, .gaugeBad, .gaugeLeft], [.normal, .stale], [.normal, .link],
            [.normal, .foreignMark],
        ]
        for roles in neighbours {
            for looks in [roles.map { Look(of: $0, in: depth) }, roles.map { Look(ofSelected: $0, in: depth) }] {
                for (index, look) in looks.enumerated() {
                    #expect(!looks[(index + 1)...].contains(look), "\(roles[index]) in \(depth)")
                }
            }
        }
    }

    @Test(arguments: [ColorDepth.palette, .basic, .monochrome]) func selectedRowLooksDifferentInEveryRole(depth: ColorDepth) {
        #expect(Role.allCases.allSatisfy { Look(of: $0, in: depth) != Look(ofSelected: $0, in: depth) })
    }

    @Test func selectedRowCanBeReadAndSeenOnBlackAndOnWhite() throws {
        for role in Role.allCases {
            let look = Look(ofSelected: role, in: .palette)
            let ground = luminance(ofPaletteColor: Int(try #require(look.background)))
            #expect((luminance(ofPaletteColor: Int(try #require(look.color))) + 0.05) / (ground + 0.05) >= 4.5, "\(role)")
            #expect((ground + 0.05) / 0.05 >= 2.9 && 1.05 / (ground + 0.05) >= 3)
        }
    }

    @Test func withoutColorsThereAreNone() {
        #expect(Role.allCases.allSatisfy { Look(of: $0, in: .monochrome).color == nil })
        #expect(Role.allCases.allSatisfy { Look(ofSelected: $0, in: .monochrome).color == nil })
    }

    @Test func everyColorOfThePaletteCanBeReadOnBlackAndOnWhite() {
        for role in Role.allCases {
            guard let color = Look(of: role, in: .palette).color else { continue }
            let light = luminance(ofPaletteColor: Int(color))
            #expect((light + 0.05) / 0.05 >= 3.5, "\(role) on black")
            #expect(1.05 / (light + 0.05) >= 3.5, "\(role) on white")
        }
    }

    @Test func noBasicColorVanishesOnACommonBackground() {
        // Red, green, magenta and cyan; the others are black, yellow, blue and white.
        let colors = Set(Role.allCases.compactMap { Look(of: $0, in: .basic).color })
        #expect(colors.isSubset(of: [1, 2, 5, 6]))
    }

    /// The relative luminance of WCAG 2 for xterm's cube of 216 colors and its 24 grays.
    private func luminance(ofPaletteColor number: Int) -> Double {
        let steps = [0.0, 95, 135, 175, 215, 255]
        let cube = number - 16
        let grey = Double(8 + 10 * (number - 232))
        let channels = number < 232 ? [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]] : [grey, grey, grey]
        let linear = channels.map { $0 / 255 <= 0.04045 ? $0 / 255 / 12.92 : pow(($0 / 255 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
