import Glibc

/// A color of xterm's palette: the cube of 216 colors and the 24 grays, from number 16 on.
struct PaletteColor {
    /// Red, green and blue from 0 to 255.
    let channels: [Double]

    init(_ number: Int16) {
        let steps = [0.0, 95, 135, 175, 215, 255]
        let cube = Int(number) - 16
        let gray = Double(8 + 10 * (Int(number) - 232))
        channels = number < 232 ? [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]] : [gray, gray, gray]
    }

    init(_ red: Double, _ green: Double, _ blue: Double) { channels = [red, green, blue] }

    /// A kind of color blindness, with the matrix of Machado, Oliveira and Fernandes (2009) for its full strength.
    enum Blindness: CaseIterable {
        case protanopia, deuteranopia, tritanopia

        var matrix: [[Double]] {
            switch self {
            case .protanopia:
                [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
            case .deuteranopia:
                [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
            case .tritanopia:
                [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
            }
        }
    }

    /// The parts of light from 0 to 1.
    private var linear: [Double] {
        channels.map { $0 / 255 <= 0.04045 ? $0 / 255 / 12.92 : pow(($0 / 255 + 0.055) / 1.055, 2.4) }
    }

    /// The contrast of WCAG 2, from 1 to 21.
    func contrast(to other: PaletteColor) -> Double {
        let (mine, others) = (Self.luminance(linear), Self.luminance(other.linear))
        return (max(mine, others) + 0.05) / (min(mine, others) + 0.05)
    }

    /// The distance of CIE 1976, as somebody sees it; about 2 can just be told apart side by side.
    func distance(to other: PaletteColor, for blindness: Blindness? = nil) -> Double {
        let pairs = zip(Self.lab(seen(by: blindness)), Self.lab(other.seen(by: blindness)))
        return sqrt(pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
    }

    private func seen(by blindness: Blindness?) -> [Double] {
        guard let blindness else { return linear }
        return blindness.matrix.map { row in min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 })) }
    }

    private static func luminance(_ linear: [Double]) -> Double {
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private static func lab(_ linear: [Double]) -> [Double] {
        let rows = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
        let parts = zip(rows, [0.9505, 1, 1.089]).map { row, white in
            let share = zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 } / white
            return share > 0.008856 ? cbrt(share) : 7.787 * share + 16.0 / 116
        }
        return [116 * parts[1] - 16, 500 * (parts[0] - parts[1]), 200 * (parts[1] - parts[2])]
    }
}
