/// The places of values in JSON text, found by quotes, brackets and commas alone.
///
/// No value is read: whoever uses a part still has to decode it, and meets the mistakes inside it then.
struct JSONOutline {
    let text: [UInt8]

    /// The place of the text's only value; nil if there is not exactly one.
    var whole: Range<Int>? {
        guard let place = value(at: next(from: 0)), next(from: place.upperBound) == text.count else { return nil }
        return place
    }

    /// Whether the value is an object.
    func isObject(at place: Range<Int>) -> Bool { byte(place.lowerBound) == UInt8(ascii: "{") }

    /// The places of a list's elements; nil if the value is not a list.
    func elements(ofListAt place: Range<Int>) -> [Range<Int>]? {
        guard byte(place.lowerBound) == UInt8(ascii: "[") else { return nil }
        var places: [Range<Int>] = []
        var start = next(from: place.lowerBound + 1)
        if byte(start) == UInt8(ascii: "]") { return places }
        while let element = value(at: start) {
            places.append(element)
            let end = next(from: element.upperBound)
            if byte(end) == UInt8(ascii: "]") { return end + 1 == place.upperBound ? places : nil }
            guard byte(end) == UInt8(ascii: ",") else { return nil }
            start = next(from: end + 1)
        }
        return nil
    }

    /// The place of the value of an object's first member with this name; nil if there is none.
    ///
    /// A name with an escape ends the search, for it may be the name in another spelling.
    func member(_ name: String, ofObjectAt place: Range<Int>) -> Range<Int>? {
        guard isObject(at: place) else { return nil }
        var start = next(from: place.lowerBound + 1)
        while byte(start) == UInt8(ascii: "\""), let quoted = value(at: start) {
            let letters = text[quoted].dropFirst().dropLast()
            let colon = next(from: quoted.upperBound)
            guard !letters.contains(UInt8(ascii: "\\")), byte(colon) == UInt8(ascii: ":"),
                let member = value(at: next(from: colon + 1))
            else { return nil }
            if letters.elementsEqual(name.utf8) { return member }
            let end = next(from: member.upperBound)
            guard byte(end) == UInt8(ascii: ",") else { return nil }
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
    private func value(at start: Int) -> Range<Int>? {
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
