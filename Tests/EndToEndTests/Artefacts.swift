import Foundation
import Glibc

/// The artefacts of a session, by name, and a search for secrets in them.
struct Artefacts {
    private struct Artefact {
        var name: String
        var isOwnData: Bool
        var text: [CChar]
    }

    private var all: [Artefact] = []

    var names: [String] { all.map(\.name) }

    /// - Parameter isOwnData: whether the user asked for raw items with all their content.
    mutating func add(_ name: String, _ bytes: some Sequence<UInt8>, isOwnData: Bool = false) {
        all.append(Artefact(name: name, isOwnData: isOwnData, text: Self.joined(bytes)))
    }

    mutating func add(_ name: String, _ text: String, isOwnData: Bool = false) {
        add(name, text.utf8, isOwnData: isOwnData)
    }

    /// A sentence for each artefact that contains one of these secrets, or a part of it.
    func leaks(of secrets: [String], inOwnData: Bool = true) -> [String] {
        let parts = Set(secrets).sorted().map { secret in (secret: secret, parts: Self.parts(of: secret)) }
        return all.filter { inOwnData || !$0.isOwnData }.flatMap { artefact in
            parts.filter { $0.parts.contains { strstr(artefact.text, $0) != nil } }
                .map { "\(artefact.name) holds \($0.secret) or a part of it" }
        }
    }

    /// The parts of a secret that may appear: a clipped text keeps its start, and a row of a screen may end within it.
    private static func parts(of secret: String) -> [[CChar]] {
        let (text, length) = (joined(secret.utf8).dropLast(), 12)
        guard text.count > length else { return [text + [0]] }
        return (0...text.count - length).map { text[$0..<$0 + length] + [0] }
    }

    /// A text as a C string, without spaces, line ends and the lines of frames (U+2500 to U+257F).
    private static func joined(_ bytes: some Sequence<UInt8>) -> [CChar] {
        var joined: [UInt8] = []
        for byte in bytes where byte > 0x20 {
            let count = joined.count
            if count > 1, joined[count - 2] == 0xE2, joined[count - 1] == 0x94 || joined[count - 1] == 0x95 {
                joined.removeLast(2)
            } else {
                joined.append(byte)
            }
        }
        return joined.map(CChar.init(truncatingIfNeeded:)) + [0]
    }
}
