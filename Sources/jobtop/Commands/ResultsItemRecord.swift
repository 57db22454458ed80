import Dashboard
import FoundationEssentials
import Intuned
import ResultsFile
import TextScreen

/// An item of a results file, as `jobtop items` prints it.
struct ResultsItemRecord: Sendable {
    let row: ResultsRow
    /// The whole row; nil if it cannot be read.
    let item: ResultsItem?

    /// Reads a row.
    init(_ number: Int, of file: ResultsFile) throws(ResultsError) {
        do throws(ResultsError) {
            let item = try file.item(at: number)
            (row, self.item) = (item.row, item)
        } catch {
            guard case .rowNotReadable = error, let row = try file.rows(in: number..<(number + 1)).first else { throw error }
            (self.row, item) = (row, nil)
        }
    }

    static let kind = RecordKind<ResultsItemRecord>(
        name: "item", plural: "items",
        fields: [
            OutputField("row", .count, "The number of the item in the file, from 1.") { .count($0.row.index + 1) },
            OutputField("line", .count, "The line where the item starts, from 1.") { .count($0.row.line) },
            OutputField("status", .text, "ok, failed, canceled, broken or no outcome.", role: { $0.role }) {
                .text(ItemQuery.words(for: $0.row.outcome).first)
            },
            OutputField("api", .text, "The API that the item ran.") { .text($0.row.apiName) },
            OutputField("code", .text, "The code of its error.") { $0.text(\.errorCode) ?? .null },
            OutputField("error", .text, "The message of its error; for a broken row, why it cannot be read.") { $0.error },
            OutputField("reason", .any, "Why the item did not run.") { $0.part(\.reason) },
            OutputField("param", .any, "The parameters of the call.") { $0.part(\.parameters) },
            OutputField("output", .any, "What the call returned; in a file without calls, the row.") { $0.output },
            OutputField("tries", .count, "The number of attempts.") { .count($0.row.attempts) },
            OutputField("started", .time, "When it started.") { .time($0.row.startedAt) },
            OutputField("took", .seconds, "Seconds that it took.") { .decimal($0.row.duration) },
            OutputField("run", .id, "The id of its single run.") { .text($0.row.runID) },
        ],
        columns: ["row", "status", "api", "took", "param", "code", "error", "output"],
        further: { name in
            guard name.hasPrefix(ItemQuery.prefix), name.count > ItemQuery.prefix.count else { return nil }
            let inner = String(name.dropFirst(ItemQuery.prefix.count))
            return OutputField(name, .any, "A field of the output.") { row in
                row.item.flatMap { item in item.value(ofField: inner).map { item.tree.value(of: $0) } } ?? .null
            }
        })

    private var role: Role {
        switch row.outcome {
        case .ok: .good
        case .failed, .broken: .bad
        case .canceled: .warning
        case .unknown: .normal
        }
    }

    private var error: JSONValue {
        if let fault = row.fault { return .string(Wording.phrase(fault)) }
        return text(\.errorMessage) ?? (row.errorCode == nil ? text(\.error) : nil) ?? .null
    }

    private var output: JSONValue {
        guard let item else { return .null }
        return item.parts.shape == .plain && item.parts.output == nil ? item.tree.value(of: JSONTree.root) : part(\.output)
    }

    private func part(_ path: KeyPath<ItemParts, Int?>) -> JSONValue {
        guard let item, let id = item.parts[keyPath: path] else { return .null }
        return item.tree.value(of: id)
    }

    /// A part as text, also if it is an object.
    private func text(_ path: KeyPath<ItemParts, Int?>) -> JSONValue? {
        guard let item, let id = item.parts[keyPath: path] else { return nil }
        let text = item.tree.kind(of: id).isContainer ? item.tree.json(of: id, .compact) : item.tree.text(of: id)
        return RunRecord.masked(text)
    }
}

extension JSONTree {
    /// Levels below which a value is printed as text: a hostile file may be nested ten thousand levels deep.
    private static let deepest = 200

    /// A value, with dots in place of secrets in addresses.
    func value(of id: Int) -> JSONValue { value(of: id, depth: 0) }

    private func value(of id: Int, depth: Int) -> JSONValue {
        switch kind(of: id) {
        case .null: .null
        case .false: .bool(false)
        case .true: .bool(true)
        case .number: .number(text(of: id))
        case .string: RunRecord.masked(text(of: id))
        case .array where depth == Self.deepest, .object where depth == Self.deepest: .string(json(of: id, .compact))
        case .array: .array(children(of: id).map { value(of: $0, depth: depth + 1) })
        case .object:
            .object(
                children(of: id).map { child in
                    JSONValue.Member(name: name(of: child) ?? "", value: value(of: child, depth: depth + 1))
                })
        }
    }
}
