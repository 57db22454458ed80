import Foundation
import Fuzzing
import Testing

/// Files that are difficult or once caused failures, with seeded changes.
enum Corpus {
    /// The number of inputs in a fuzz test.
    static let inputs = 300

    /// The files of a folder, ordered by name.
    static func files(_ folder: String) throws -> [[UInt8]] {
        let path = try #require(Bundle.module.resourceURL).appending(path: "Corpus/\(folder)")
        let files = try FileManager.default.contentsOfDirectory(at: path, includingPropertiesForKeys: nil)
        return try files.sorted { $0.path < $1.path }.map { Array(try Data(contentsOf: $0)) }
    }
}

/// A repeatable random generator, and the changes that it makes.
struct Mutation: RandomNumberGenerator {
    private static let words = [
        "null", "true", "-1", "1e999", "9223372036854775808", "0.1", "\"\"", "\"\\uD800\"", "\\u0000", "{", "}", "[", "]", ",",
        ":", "\"",
        "\u{1B}]0;title\u{7}", "\u{1B}[2J", "\u{202E}", "\u{200B}", "\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "漢字", "👩‍👩‍👧‍👦",
        "\u{0}", "\n", "\r",
    ].map { Array($0.utf8) }

    private var dice: Dice

    init(seed: UInt64) { dice = Dice(seed) }

    mutating func next() -> UInt64 { dice.next() }

    /// One of the seeds, changed in one to eight places.
    mutating func input(from seeds: [[UInt8]]) -> [UInt8] {
        var bytes = seeds.randomElement(using: &self) ?? []
        for _ in 0..<Int.random(in: 1...8, using: &self) { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &self)
        let end = min(bytes.count, place + Int.random(in: 1...16, using: &self))
        switch Int.random(in: 0..<6, using: &self) {
        case 0: bytes.replaceSubrange(place..<place, with: Self.words.randomElement(using: &self) ?? [])
        case 1: bytes.replaceSubrange(place..<end, with: Self.words.randomElement(using: &self) ?? [])
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        case 4: bytes.replaceSubrange(place..<end, with: (place..<end).map { _ in UInt8.random(in: 0...255, using: &self) })
        default: bytes = Array(bytes.prefix(place))
        }
    }
}
