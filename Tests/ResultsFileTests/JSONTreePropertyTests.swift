import FoundationEssentials
import Fuzzing
import Testing

@testable import ResultsFile

/// A random JSON value, and the tree expected for it.
private indirect enum Sample: Equatable {
    case scalar(String)
    case array([Sample])
    case object([(String, Sample)])

    static func == (left: Sample, right: Sample) -> Bool { left.compact == right.compact }

    init(_ dice: inout Dice, depth: Int) {
        switch Int.random(in: 0..<(depth == 0 ? 5 : 9), using: &dice) {
        case 0: self = .scalar(["null", "true", "false"].randomElement(using: &dice) ?? "null")
        case 1: self = .scalar("\(Int.random(in: -9_999...9_999, using: &dice))")
        case 2: self = .scalar("\(Int.random(in: 0...99, using: &dice)).\(Int.random(in: 0...99, using: &dice))e-7")
        case 3, 4: self = .scalar(Self.string(&dice))
        case 5, 6: self = .array((0..<Int.random(in: 0...5, using: &dice)).map { _ in Sample(&dice, depth: depth - 1) })
        default:
            self = .object(
                (0..<Int.random(in: 0...5, using: &dice)).map { _ in (Self.string(&dice), Sample(&dice, depth: depth - 1)) })
        }
    }

    static func string(_ dice: inout Dice) -> String {
        let pieces = ["a", "é", "😀", #"\""#, #"\\"#, #"\u0041"#, #"\ud83d\ude00"#, "{", "]", ",", ":", " ", #"\n"#, "日本"]
        let inside = (0..<Int.random(in: 0...6, using: &dice)).compactMap { _ in pieces.randomElement(using: &dice) }.joined()
        return "\"\(inside)\""
    }

    var compact: String {
        switch self {
        case .scalar(let text): text
        case .array(let elements): "[" + elements.map(\.compact).joined(separator: ",") + "]"
        case .object(let members): "{" + members.map { "\($0.0):\($0.1.compact)" }.joined(separator: ",") + "}"
        }
    }

    /// The value with white space wherever JSON allows it.
    func spaced(_ dice: inout Dice) -> String {
        func space() -> String { ["", " ", "\n", "\t ", "\r\n"].randomElement(using: &dice) ?? "" }
        switch self {
        case .scalar(let text): return space() + text + space()
        case .array(let elements):
            return space() + "[" + space() + elements.map { $0.spaced(&dice) }.joined(separator: ",") + "]" + space()
        case .object(let members):
            let pairs = members.map { space() + $0.0 + space() + ":" + $0.1.spaced(&dice) }
            return space() + "{" + space() + pairs.joined(separator: ",") + "}" + space()
        }
    }
}

@Suite struct JSONTreePropertyTests {
    @Test(arguments: 0..<300)
    func anyValueComesBackAsItWasWritten(seed: UInt64) throws {
        var dice = Dice(seed)
        let sample = Sample(&dice, depth: 6)
        let tree = try JSONTree(sample.spaced(&dice))
        #expect(tree.json(of: 0, .compact) == sample.compact)
        let pretty = try JSONTree(tree.json(of: 0, .pretty))
        #expect(pretty.json(of: 0, .compact) == sample.compact)
        for id in 0..<tree.count {
            #expect(tree.children(of: id).allSatisfy { tree.parent(of: $0) == id })
            #expect(tree.children(of: id).reduce(0) { count, _ in count + 1 } == tree.childCount(of: id))
        }
    }

    @Test(arguments: 0..<200)
    func theTreeAcceptsWhatFoundationAccepts(seed: UInt64) {
        var dice = Dice(seed &+ 1_000_000)
        var bytes = Array(Sample(&dice, depth: 4).compact.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &dice) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            bytes[place] = Array("{}[],:\"0 x\\".utf8).randomElement(using: &dice) ?? 0
        }
        let isAccepted = (try? JSONTree(bytes)) != nil
        // simdjson checks the letters after a backslash only when it reads a string; everything else is as strict.
        if (try? JSONDecoder().decode(Anything.self, from: Data(bytes))) != nil {
            #expect(isAccepted, "\(String(decoding: bytes, as: UTF8.self))")
        }
        // Bytes that are not UTF-8 become U+FFFD here, on purpose.
        if isAccepted, String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(UInt8(ascii: "\\")) {
            #expect(
                (try? JSONDecoder().decode(Anything.self, from: Data(bytes))) != nil, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    /// Reads a value to its last leaf.
    private struct Anything: Decodable {
        struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            if var elements = try? decoder.unkeyedContainer() {
                while !elements.isAtEnd { _ = try elements.decode(Anything.self) }
            } else if let members = try? decoder.container(keyedBy: Key.self) {
                for key in members.allKeys { _ = try members.decode(Anything.self, forKey: key) }
            } else {
                let leaf = try decoder.singleValueContainer()
                if leaf.decodeNil() || (try? leaf.decode(Bool.self)) != nil || (try? leaf.decode(Double.self)) != nil { return }
                _ = try leaf.decode(String.self)
            }
        }
    }
}
