import Dashboard
import FoundationEssentials
import Intuned
import Query
import TextScreen

@testable import ResultsFile

/// A results file in memory with its reader's answers; the real reader has its own tests.
struct SampleFile {
    var rows: [ResultsRow]
    var trees: [Int: String] = [:]
    var phase = ResultsPhase.complete
    var shape = ResultsShape.jsonLines
    var bytes: [UInt8] = []

    static func row(
        _ index: Int, _ outcome: ItemOutcome = .ok, api: String = "prices", code: String? = nil, message: String? = nil,
        isOutputEmpty: Bool = false, output: String? = nil
    ) -> ResultsRow {
        ResultsRow(
            index: index, line: index + 1, bytes: 240, shape: .item, outcome: outcome, fault: outcome == .broken ? .notJSON : nil,
            apiName: outcome == .broken ? nil : api,
            parameters: outcome == .broken ? nil : "{\"url\":\"https://www.shop.example/p/\(index)\",\"sku\":\"SKU-\(index)\"}",
            startedAt: Sitting.start.wall.addingTimeInterval(Double(index) - 4000), duration: 1.5 + Double(index % 7),
            attempts: outcome == .failed ? 3 : 1, errorCode: code, errorMessage: message, output: output, runID: "run-\(index)",
            isOutputEmpty: isOutputEmpty, excerpt: outcome == .broken ? "{\"apiInfo\":{\"na" : nil,
            outputFields: output.map(fields) ?? ItemFields())
    }

    private static func fields(of output: String) -> ItemFields {
        var parts = ItemParts()
        (parts.shape, parts.output) = (.item, 0)
        return (try? JSONTree(output))?.withNodes { ItemFields(parts, in: $0) } ?? ItemFields()
    }

    /// The output of a product.
    static func product(_ index: Int) -> String {
        let title = ["Oak table", "Desk lamp with a dimmer", "Büroklammern", "椅子"][index % 4]
        return """
            {"title":"\(title)","price":\(index).50,"currency":"EUR","rating":\(index % 8 == 7 ? "null" : "4.\(index % 10)"),\
            "inStock":\(index % 3 != 0),"images":["a","b"],"seller":{"id":"s\(index % 5)","name":"Northwind Outlet GmbH"}}
            """
    }

    /// Sixty items: every tenth blocked, two timeouts, one empty output, one broken row.
    static let shop = SampleFile(
        rows: (0..<60).map { index in
            switch index {
            case 17: row(index, .broken)
            case 23: row(index, isOutputEmpty: true)
            case 31, 32:
                row(index, .failed, api: "stock", code: "request-timeout", message: "Timed out after 600000 ms at page \(index)")
            case let index where index % 10 == 5:
                row(
                    index, .failed, code: "script-execution-exception",
                    message: "Blocked by the site: HTTP 403 (request \(index))")
            default: row(index, api: index % 4 == 3 ? "stock" : "prices", output: product(index))
            }
        },
        trees: [
            5: """
            {"apiInfo":{"name":"prices","parameters":{"url":"https://www.shop.example/p/5","sku":"SKU-5"},"runId":"run-5",\
            "result":null,"error":{"code":"script-execution-exception","message":"Blocked by the site: HTTP 403 (request 5)",\
            "details":{"attempts_count":3,"pages":[1,2.50,"three",null,true,[],{}]}},"trace_url":"https://store.example/5.zip"},\
            "project":{"name":"my-project"}}
            """
        ])

    var snapshot: ResultsSnapshot {
        var snapshot = ResultsSnapshot()
        snapshot.phase = phase
        snapshot.shape = shape
        snapshot.bytesRead = Int64(rows.count * 240)
        snapshot.bytesThere = phase == .complete ? snapshot.bytesRead : snapshot.bytesRead * 3
        snapshot.totals.items = rows.count
        snapshot.totals.ok = rows.count { $0.outcome == .ok }
        snapshot.totals.failed = rows.count { $0.outcome == .failed }
        snapshot.totals.broken = rows.count { $0.outcome == .broken }
        snapshot.totals.emptyOutputs = rows.count { $0.isOutputEmpty }
        var groups = FailureGroups()
        var apis = APITallies()
        for row in rows {
            if let name = row.apiName { _ = apis.add(name, hasFailed: row.outcome == .failed) }
            guard row.outcome == .failed else { continue }
            let started = row.startedAt.map { Int64($0.timeIntervalSince1970 * 1000) }
            _ = groups.add(code: row.errorCode, message: row.errorMessage, row: row.index, started: started)
        }
        snapshot.groups = groups.groups
        snapshot.apis = apis.tallies
        return snapshot
    }

    private func passing(_ filter: ResultsFilter) -> [ResultsRow] {
        let groups = snapshot.groups
        return rows.filter { row in
            let signature = FailureSignature(code: row.errorCode, message: row.errorMessage)
            let group = groups.first { $0.signature == signature }?.id
            return (filter.outcome.map { $0 == row.outcome } ?? true) && (filter.apiName.map { $0 == row.apiName } ?? true)
                && (filter.group.map { row.outcome == .failed && $0 == group } ?? true)
                && filter.query.terms.allSatisfy { term in row.meets(term) }
        }
    }

    /// The answers of this file's reader.
    func answers(to order: ReadingOrder) -> [ReadingFact] {
        switch order {
        case .open(let path, _, _): return [.opened(path: path), .indexed(snapshot)]
        case .peek: return [.opened(path: ""), .indexed(snapshot)]
        case .extend, .finish, .close, .export, .stopExport, .compare: return []
        case .search(let filter):
            var view = ResultsViewState()
            (view.count, view.examined, view.rows) = (passing(filter).count, rows.count, rows.count)
            view.isFinal = phase == .complete
            return [.searched(filter, view)]
        case .readRows(let filter, let range): return [.rowsRead(filter, range, .success(Array(passing(filter)[range])))]
        case .locate(let target, let filter): return [.located(target, filter, position: position(of: target, passing(filter)))]
        case .readItem(let row): return [.itemRead(row, item(row))]
        case .readBytes(let order):
            let start = max(0, Int(order.offset) / 16 + order.lines) * 16
            let hex = stride(from: start, to: min(bytes.count, start + order.count * 16), by: 16).map {
                ResultsBytes.Row(offset: Int64($0), bytes: Array(bytes[$0..<min($0 + 16, bytes.count)]))
            }
            return [.bytesRead(order, .success(BytesPart(offset: Int64(start), size: Int64(bytes.count), rows: hex)))]
        }
    }

    private func position(of target: RowTarget, _ rows: [ResultsRow]) -> Int? {
        switch target {
        case .row(let row): rows.firstIndex { $0.index >= row } ?? rows.count
        case .nextFailure(after: let position): rows.indices.first { $0 > position && rows[$0].outcome == .failed }
        case .previousFailure(before: let position): rows.indices.last { $0 < position && rows[$0].outcome == .failed }
        }
    }

    private func item(_ row: Int) -> Result<ResultsItem, ResultsError> {
        guard rows.indices.contains(row) else { return .failure(.noSuchRow(row)) }
        guard let text = trees[row], let tree = try? JSONTree(text), let parts = tree.withNodes({ ItemParts($0) }) else {
            return .failure(.rowNotReadable(.notJSON))
        }
        return .success(ResultsItem(row: rows[row], tree: tree, parts: parts))
    }
}

extension Sitting {
    /// Answers all orders for a results file until there are none left; returns the orders.
    @discardableResult
    mutating func answer(from file: SampleFile) -> [ReadingOrder] {
        var answered: [ReadingOrder] = []
        while let index = orders.firstIndex(where: { if case .read = $0 { true } else { false } }) {
            guard case .read(let id, let order) = orders.remove(at: index) else { break }
            answered.append(order)
            for fact in file.answers(to: order) { send(.read(id, fact)) }
        }
        return answered
    }

    /// A user who reads the results of a run.
    static func reading(
        _ file: SampleFile = .shop, columns: Int = 120, rows: Int = 40, charset: Charset = .unicode14, run: JobRun? = nil,
        below: [Page] = []
    ) -> Sitting {
        let run = run ?? Samples.run(3, .success, ago: 90_000, took: 950, of: 60, ok: 51, failed: 8)
        let key = RunKey(profile: .first, job: "nightly-prices", run: run.id)
        var sitting = Sitting(columns: columns, rows: rows, charset: charset, pages: below + [.run(RunPage(key: key))])
        sitting.answer(jobs: Samples.jobs)
        sitting.answer(run: run, of: "nightly-prices", results: Samples.results)
        sitting.send(.fetchEnded(key, .success(FetchedFile(path: "nightly-prices-3.jsonl", bytes: 14_400))))
        _ = sitting.taken()
        sitting.press(.enter)
        sitting.answer(from: file)
        return sitting
    }
}

extension ResultsRow {
    /// Whether a row meets a term about words, or a field that contains a text; the rest is tested with real files.
    fileprivate func meets(_ term: Query.Term) -> Bool {
        switch term.subject {
        case .words(let words): words.contains { "\(self)".lowercased().contains($0.lowercased()) } != term.isNegated
        case .text(let field, let texts, _):
            texts.contains { "\(value(of: field))".lowercased().contains($0.lowercased()) } != term.isNegated
        case .pattern, .amount, .time: true
        }
    }

    private func value(of field: String) -> String {
        switch field {
        case "status": ItemQuery.words(for: outcome)[0]
        case "code": errorCode ?? ""
        default: outputFields[field].map { "\($0)" } ?? ""
        }
    }
}
