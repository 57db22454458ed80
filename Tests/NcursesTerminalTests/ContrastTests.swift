@testable import NcursesTerminal
import Testing
import TextScreen

@Suite struct ContrastTests {
    /// Common backgrounds: black, One Dark's, white, Solarized's.
    private static func backgrounds(of ground: Ground) -> [PaletteColor] {
        let dark = [PaletteColor(0, 0, 0), PaletteColor(0x1B, 0x1F, 0x27)]
        let light = [PaletteColor(255, 255, 255), PaletteColor(0xFD, 0xF6, 0xE3)]
        return switch ground {
        case .unknown: [dark[0], light[0]]
        case .dark: dark
        case .light: light
        }
    }

    private static func least(_ role: Role, on ground: Ground) -> Double {
        // Middle tones cannot have much contrast to both sides.
        if ground == .unknown { return 3.5 }
        return switch role {
        case .bad, .gaugeBad: 7
        case .border, .gaugeLeft: 3
        case .normal, .strong, .title, .muted, .focusedBorder, .marked, .key, .good, .warning, .active, .link, .gaugeGood,
            .stale, .mistake, .foreignMark:
            4.5
        }
    }

    @Test(arguments: Ground.allCases) func everyRoleCanBeReadOnItsGround(ground: Ground) {
        for role in Role.allCases {
            guard let color = Look(of: role, in: .palette, on: ground).color else { continue }
            for background in Self.backgrounds(of: ground) {
                let contrast = PaletteColor(color).contrast(to: background)
                #expect(contrast >= Self.least(role, on: ground), "\(role) on \(background.channels): \(contrast)")
            }
        }
    }

    @Test(arguments: Ground.allCases) func everyRoleCanBeReadInTheSelectedRow(ground: Ground) throws {
        for role in Role.allCases {
            let look = Look(ofSelected: role, in: .palette, on: ground)
            let background = PaletteColor(try #require(look.background))
            let contrast = PaletteColor(try #require(look.color)).contrast(to: background)
            #expect(contrast >= (ground == .unknown ? 4.5 : Self.least(role, on: ground)), "\(role): \(contrast)")
        }
    }

    @Test(arguments: Ground.allCases) func selectedRowStandsOut(ground: Ground) {
        for background in Self.backgrounds(of: ground) {
            #expect(PaletteColor(Shade.selection(on: ground)).distance(to: background) >= 12, "\(background.channels)")
        }
    }

    @Test(arguments: [Ground.dark, .light]) func selectedRowKeepsTheColorsOfStates(ground: Ground) {
        for role in [Role.good, .bad, .warning, .active, .gaugeGood, .gaugeBad, .marked, .link] {
            let look = Look(of: role, in: .palette, on: ground)
            #expect(Look(ofSelected: role, in: .palette, on: ground).color == look.color, "\(role)")
        }
    }

    @Test(arguments: [Ground.dark, .light], PaletteColor.Blindness.allCases.map(Optional.some) + [nil])
    func statesStayApartForTheColorBlind(ground: Ground, blindness: PaletteColor.Blindness?) throws {
        let roles: [Role] = [.good, .bad, .warning, .active]
        for (place, one) in roles.enumerated() {
            for other in roles[(place + 1)...] {
                let colors = try [one, other].map {
                    PaletteColor(try #require(Look(of: $0, in: .palette, on: ground).color))
                }
                let distance = colors[0].distance(to: colors[1], for: blindness)
                #expect(distance >= 15, "\(one) and \(other): \(distance)")
            }
        }
    }
}
