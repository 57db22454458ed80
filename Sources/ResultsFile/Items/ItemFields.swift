/// The fields of an item's output, in the order of the file; bounded, whatever the output contains.
package struct ItemFields: Hashable, Sendable {
    /// The most fields of one item; further fields are left out.
    package static let most = 64
    /// The most bytes kept of a name.
    static let longestName = 100
    /// The most bytes kept of a value.
    static let longestValue = 200

    /// The number of elements, if the output is an array whose first element is an object; the fields are those of the first
    /// element.
    package var elements: Int?
    /// The fields; a repeated name counts once, with its first value.
    package var fields: [ItemField]

    /// Creates the fields of an output.
    package init(elements: Int? = nil, _ fields: [ItemField] = []) {
        (self.elements, self.fields) = (elements, fields)
    }

    /// The value of a field; nil if the output does not have the field.
    package subscript(name: String) -> FieldValue? { fields.first { $0.name == name }?.value }
}

extension ItemFields {
    /// Reads the fields of an item's output.
    ///
    /// A row that is not an item is its own output, without the members that other columns show.
    init(_ parts: ItemParts, in json: JSONNodes) {
        var scan = Scan(json: json)
        if let output = json.present(parts.output), json.kind(output).isContainer {
            self.init(elements: scan.read(output), scan.fields)
        } else {
            if parts.shape == .plain { scan.readMembers(of: 0, without: parts.besideOutput) }
            self.init(scan.fields)
        }
    }

    /// The search for the fields of one output.
    private struct Scan {
        /// The most members that are examined, so that a flood of repeated names takes no time.
        private static let mostExamined = 4_096

        let json: JSONNodes
        var fields: [ItemField] = []
        private var seen = Set<String>()
        private var examined = 0

        init(json: JSONNodes) { self.json = json }

        /// Reads the fields of an object or of an array's first object; returns the number of the array's elements.
        mutating func read(_ id: Int) -> Int? {
            guard json.kind(id) == .array else {
                readMembers(of: id)
                return nil
            }
            guard json.count(id) > 0, json.kind(id + 1) == .object else { return nil }
            readMembers(of: id + 1, prefix: "[0].")
            return json.count(id)
        }

        mutating func readMembers(of id: Int, prefix: String = "", isNested: Bool = false, without others: Set<Int> = []) {
            guard json.kind(id) == .object else { return }
            var child = id + 1
            let end = json.next(id)
            while child < end, fields.count < ItemFields.most, examined < Self.mostExamined {
                defer { child = json.next(child) }
                examined += 1
                guard !others.contains(child) else { continue }
                let limit = ItemFields.longestName
                let name = Excerpt.cut(prefix + Excerpt.name(child, in: json, limit: limit), limit)
                if !isNested, json.kind(child) == .object, json.count(child) > 0 {
                    readMembers(of: child, prefix: name + ".", isNested: true)
                } else if seen.insert(name).inserted {
                    fields.append(ItemField(name, FieldValue(child, in: json, limit: ItemFields.longestValue)))
                }
            }
        }
    }
}

extension ItemParts {
    /// The members of a plain row that have columns of their own.
    fileprivate var besideOutput: Set<Int> {
        Set([apiName, parameters, startedAt, attempts, milliseconds].compactMap(\.self))
    }
}
