/// The places of values in JSON text, found by quotes, brackets and commas alone.
///
/// No value is read: whoever uses a part still has to decode it, and meets the mistakes inside it then.
struct JSONOutline {
    let text: [UInt8]

    /// Where the text's value begins.
    var start: Int { next(from: 0) }

    /// Whether the value that begins here is an object.
    func isObject(at start: Int) -> Bool { byte(start) == UInt8(ascii: "{") }

    /// The places of a list's elements, and where the list ends; nil if the value that begins here is not a list.
    func elements(ofListAt start: Int) -> (places: [Range<Int>], end: Int)? {
        guard byte(start) == UInt8(ascii: "[") else { return nil }
        var places: [Range<Int>] = []
        var start = next(from: start + 1)
        if byte(start) == UInt8(ascii: "]") { return (places, start + 1) }
        while let element = value(at: start) {
            places.append(element)
            let end = next(from: element.upperBound)
            if byte(end) == UInt8(ascii: "]") { return (places, end + 1) }
            guard byte(end) == UInt8(ascii: ",") else { return nil }
            start = next(from: end + 1)
        }
        return nil
    }

    /// Where the value of an object's first member with this name begins; nil if there is none.
    ///
    /// A name with an escape ends the search, for it may be the name in another spelling.
    func member(_ name: String, ofObjectAt start: Int) -> Int? {
        guard isObject(at: start) else { return nil }
        var start = next(from: start + 1)
        while byte(start) == UInt8(ascii: "\""), let quoted = value(at: start) {
            let letters = text[quoted].dropFirst().dropLast()
            let colon = next(from: quoted.upperBound)
            guard !letters.contains(UInt8(ascii: "\\")), byte(colon) == UInt8(ascii: ":") else { return nil }
            let member = next(from: colon + 1)
            if letters.elementsEqual(name.utf8) { return member }
            guard let end = value(at: member).map({ next(from: $0.upperBound) }), byte(end) == UInt8(ascii: ",") else {
                return nil
            }
            start = next(from: end + 1)
        }
        return nil
    }

    private func byte(_ place: Int) -> UInt8? { place < text.count ? text[place] : nil }

    /// The first place from here on without white space.
    private func next(from place: Int) -> Int {
        var place = place
        while place < text.count, text[place].isJSONSpace { place += 1 }
        return place
    }

    /// The place of the value that starts here; nil if it does not end.
    func value(at start: Int) -> Range<Int>? {
        switch byte(start) {
        case nil: return nil
        case UInt8(ascii: "\"")?: return end(ofStringAt: start).map { start..<$0 }
        case UInt8(ascii: "{")?, UInt8(ascii: "[")?: return end(ofContainerAt: start).map { start..<$0 }
        case _?:
            let end = text[start...].firstIndex { $0.isJSONSpace || $0.endsScalar } ?? text.count
            return end > start ? start..<end : nil
        }
    }

    private func end(ofStringAt start: Int) -> Int? {
        var place = start + 1
        while place < text.count {
            switch text[place] {
            case UInt8(ascii: "\""): return place + 1
            case UInt8(ascii: "\\"): place += 2
            default: place += 1
            }
        }
        return nil
    }

    private func end(ofContainerAt start: Int) -> Int? {
        var (place, depth) = (start, 0)
        while place < text.count {
            switch text[place] {
            case UInt8(ascii: "\""):
                guard let end = end(ofStringAt: place) else { return nil }
                place = end
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            place += 1
            if depth == 0 { return place }
        }
        return nil
    }
}

extension UInt8 {
    /// Whether a number or a word ends before it.
    fileprivate var endsScalar: Bool {
        self == UInt8(ascii: ",") || self == UInt8(ascii: "]") || self == UInt8(ascii: "}")
    }
}
