import FoundationEssentials
import Query

/// A row as queries see it: its index entry, and its values if the row was parsed.
struct ItemRecord {
    /// The row's number in the file, from 0.
    let number: Int
    let entry: RowEntry
    /// The API's name as the index knows it.
    let apiName: String?
    /// The row's values and the parts of the item among them; nil for a row that was not parsed or cannot be read.
    let values: (json: JSONNodes, parts: ItemParts)?

    /// The most bytes of a text that are looked at: those of the longest row.
    private static let longest = 64 << 20
    /// The most values of a container that are looked at one by one.
    private static let mostElements = 1_000

    /// The text of a part; nothing if the row was not parsed.
    func texts(_ parts: KeyPath<ItemParts, Int?>...) -> QueryValue {
        guard let values else { return .none }
        let texts = parts.compactMap { Excerpt.text(values.parts[keyPath: $0], in: values.json, limit: Self.longest) }
        return texts.isEmpty ? .none : .texts(texts)
    }

    /// A part, and each simple value in it by itself.
    func contents(_ part: KeyPath<ItemParts, Int?>) -> QueryValue {
        guard let values, let id = values.parts[keyPath: part] else { return .none }
        return .texts(Self.texts(of: id, in: values.json))
    }

    /// The number of attempts.
    var attempts: QueryValue {
        guard let values else { return .none }
        return .count(values.json.integer(values.parts.attempts))
    }

    /// A field of the output, by its name with or without `output.` before it.
    func field(_ name: String) -> QueryValue {
        guard let values else { return .none }
        let name = name.hasPrefix(ItemQuery.prefix) ? String(name.dropFirst(ItemQuery.prefix.count)) : name
        guard let id = OutputLookup(name).find(in: values.json, values.parts) else { return .none }
        return Self.value(of: id, in: values.json)
    }

    private static func value(of id: Int, in json: JSONNodes) -> QueryValue {
        switch json.kind(id) {
        case .null, .false, .true: return .texts([String(decoding: json.text(id), as: UTF8.self)])
        case .string: return .texts([json.string(id, limit: longest) ?? ""])
        case .number:
            let digits = json.text(id)
            let text = String(decoding: digits, as: UTF8.self)
            // A long whole number, such as an id, would be equal to others as a Double: it is compared as it is written.
            let isExact = digits.count <= 15 || digits.contains { [UInt8](".eE".utf8).contains($0) }
            guard isExact, let number = Double(text), number.isFinite else { return .texts([text]) }
            return .number(number)
        case .array, .object: return .texts(texts(of: id, in: json))
        }
    }

    /// The whole value as compact JSON, and each simple value in it.
    private static func texts(of id: Int, in json: JSONNodes) -> [String] {
        var texts = [Excerpt.text(id, in: json, limit: longest) ?? ""]
        guard json.kind(id).isContainer else { return texts }
        var inner = id + 1
        let end = json.next(id)
        while inner < end, texts.count < mostElements {
            if !json.kind(inner).isContainer { texts.append(Excerpt.text(inner, in: json, limit: longest) ?? "") }
            inner += 1
        }
        return texts
    }
}
