/// The form in which a screen is kept in a file.
package enum SnapshotFormat: String, CaseIterable, Sendable {
    /// Characters only.
    case text
    /// Characters with the escapes of a terminal with 256 colors (ECMA-48).
    case ansi
    /// A picture (Scalable Vector Graphics 1.1).
    case svg

    /// The ending of a file of this format.
    package var ending: String {
        switch self {
        case .text: "txt"
        case .ansi: "ansi"
        case .svg: "svg"
        }
    }

    /// The format that the name of a file asks for; nil if its ending is none of these.
    package init?(ofFile name: some StringProtocol) {
        let lower = name.lowercased()
        guard let format = Self.allCases.first(where: { lower.hasSuffix("." + $0.ending) }) else { return nil }
        self = format
    }
}

extension Canvas {
    /// The canvas as the content of a file, in the colors that a terminal shows; the same canvas always gives the same bytes.
    package func snapshot(as format: SnapshotFormat, in theme: Theme) -> String {
        switch format {
        case .text: plainText
        case .ansi: ansiText(on: Ground(of: theme, variable: nil))
        case .svg: SVGPicture(self, in: theme).text
        }
    }
}
