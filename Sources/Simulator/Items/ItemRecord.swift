/// One item of a run, as in a results file and in the answer for a single Run (API.md, 8 and 3.8).
struct ItemRecord {
    let job: Job
    let run: Run
    let index: Int

    /// The job as it was for the run.
    private var plan: Plan { job.plan.at(run.ordinal) }

    var outcome: ItemOutcome { plan.outcome(of: index, in: run.dice) }
    var runID: String { job.identifiers.item(ItemAddress(job: job.number, ordinal: run.ordinal, index: index)) }

    var apiName: String {
        if let item = plan.item(index) { return item.apiName }
        let growth = plan.behaviour.growth
        return plan.isPage(index) ? plan.payload.first?.apiName ?? "list" : growth?.apiName ?? "details"
    }

    var parameters: JSON {
        plan.item(index)?.parameters ?? plan.behaviour.subject.parameters(index, run.dice)
    }

    /// The items that this item added to its run; nil if it cannot add any.
    var extendedPayloads: JSON? {
        guard plan.isPage(index), let growth = plan.behaviour.growth else { return nil }
        let first = plan.payload.count + index / (growth.perPage + 1) * (growth.perPage + 1)
        let added = (first...first + growth.perPage).filter { $0 < run.payloads }.map { added -> JSON in
            let record = ItemRecord(job: job, run: run, index: added)
            return ["api": .string(record.apiName), "parameters": record.parameters]
        }
        return .array(added)
    }

    var output: JSON {
        plan.isPage(index)
            ? ["found": .int(plan.behaviour.growth?.perPage ?? 0), "hasNextPage": true]
            : plan.behaviour.subject.output(index, run.dice)
    }

    /// When the item ran: its share of the run's time.
    var times: (start: Moment, end: Moment) {
        let whole = ((run.endedAt ?? run.updatedAt) - run.startedAt).wholeMilliseconds
        let end = run.startedAt + .milliseconds(whole * Int64(index + 1) / Int64(max(1, run.begun)))
        return (max(run.startedAt, end - job.pace.span(outcome.seconds)), end)
    }

    /// The error of a failed item; `correlationKey` is the one name that differs between the two answers.
    func error(_ failure: ItemFailure, correlationKey: String) -> [JSON.Member] {
        var dice = run.dice.fork(index).fork(2)
        var members: [JSON.Member] = [
            .init(key: "message", value: .string(failure.message(dice))), .init(key: "code", value: .string(failure.code)),
            .init(key: "category", value: .string(failure.category)),
            .init(key: "doc_url", value: .string("https://intunedhq.com/docs/main/05-references/error-codes#\(failure.code)")),
            .init(key: "details", value: ["attempts_count": .int(outcome.attempts)]),
        ]
        if failure.category == "infrastructure" {
            members.append(.init(key: correlationKey, value: .string(dice.uuid())))
        }
        return members
    }
}
