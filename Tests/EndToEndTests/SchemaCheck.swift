import Foundation

/// Checks JSON against the parts of JSON Schema (draft 2020-12) that docs/jobtop.schema.json uses.
///
/// A keyword that it does not know is a mistake of the schema: nothing is left unchecked.
struct SchemaCheck {
    /// A keyword that this check does not know, or a reference to nothing.
    struct BadSchema: Error, Equatable {
        var what: String
    }

    private static let remarks: Set<String> = ["description", "title", "$schema", "$defs"]
    let schema: SchemaValue

    /// What is wrong with a value, each with its place; nothing if it follows the definition with this name.
    func problems(_ value: SchemaValue, as name: String) throws -> [String] {
        guard let rule = schema["$defs"]?[name] else { throw BadSchema(what: "#/$defs/\(name)") }
        return try problems(value, rule, at: "$")
    }

    private func problems(_ value: SchemaValue, _ rule: SchemaValue, at place: String) throws -> [String] {
        if rule == .bool(true) { return [] }
        if rule == .bool(false) { return ["\(place) is not allowed"] }
        guard case .object(let keywords) = rule else { throw BadSchema(what: "\(rule)") }
        return try keywords.sorted { $0.key < $1.key }.filter { !Self.remarks.contains($0.key) }.flatMap { keyword, rule in
            try problems(value, keyword, rule, beside: keywords, at: place)
        }
    }

    private func problems(
        _ value: SchemaValue, _ keyword: String, _ rule: SchemaValue, beside keywords: [String: SchemaValue], at place: String
    ) throws -> [String] {
        switch keyword {
        case "$ref":
            let name = (rule.text ?? "").replacing("#/$defs/", with: "")
            guard let target = schema["$defs"]?[name] else { throw BadSchema(what: "\(rule)") }
            return try problems(value, target, at: place)
        case "type":
            let allowed = rule.text.map { [$0] } ?? rule.elements.compactMap(\.text)
            return allowed.contains(where: value.types.contains) ? [] : ["\(place) is \(value.types[0]), not \(allowed)"]
        case "enum": return rule.elements.contains(value) ? [] : ["\(place) is none of \(rule.elements)"]
        case "format":
            guard rule.text == "date-time" else { throw BadSchema(what: "format \(rule)") }
            guard let text = value.text else { return [] }
            let pattern = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/
            return text.wholeMatch(of: pattern) == nil ? ["\(place) is not a time: \(text)"] : []
        case "required":
            guard case .object(let members) = value else { return [] }
            return rule.elements.compactMap(\.text).filter { members[$0] == nil }.map { "\(place).\($0) is missing" }
        case "items":
            return try value.elements.enumerated().flatMap { try problems($1, rule, at: "\(place)[\($0)]") }
        case "properties":
            guard case .object(let rules) = rule else { throw BadSchema(what: keyword) }
            return try rules.sorted { $0.key < $1.key }.flatMap { name, rule in
                try value[name].map { try problems($0, rule, at: "\(place).\(name)") } ?? []
            }
        case "patternProperties": return []
        case "additionalProperties": return try others(value, keywords, rule, at: place)
        default: throw BadSchema(what: keyword)
        }
    }

    /// Members without a rule of their own; those of a pattern may hold anything.
    private func others(
        _ value: SchemaValue, _ keywords: [String: SchemaValue], _ rule: SchemaValue, at place: String
    ) throws -> [String] {
        guard rule == .bool(false) else { throw BadSchema(what: "additionalProperties \(rule)") }
        guard case .object(let members) = value else { return [] }
        var patterns: [Regex<AnyRegexOutput>] = []
        if case .object(let rules)? = keywords["patternProperties"] {
            guard rules.values.allSatisfy({ $0 == .bool(true) }) else { throw BadSchema(what: "patternProperties") }
            patterns = try rules.keys.map { try Regex($0) }
        }
        return members.keys.sorted().filter { name in
            keywords["properties"]?[name] == nil && !patterns.contains { name.firstMatch(of: $0) != nil }
        }.map { "\(place).\($0) is not in the schema" }
    }
}
