import Intuned

/// Every answer is understood or rejected, and counts are valid.
enum AnswerCheck {
    static func verdict(on input: [UInt8]) async -> FuzzTarget.Verdict {
        let client = IntunedClient(
            baseURL: "https://a.example", workspaceID: "w", project: "p", apiKey: Secret("k"), transport: OneAnswer(body: input))
        let page = try? await client.call(Endpoints.jobRuns(job: "j")).value
        let run = try? await client.call(Endpoints.jobRun(job: "j", run: "r"))
        let jobs = try? await client.call(Endpoints.jobs())
        let isUnderstood = page != nil || run != nil || jobs != nil
        if let count = page?.totalCount, count < 0 { return .init(isUnderstood: isUnderstood, broken: "\(count) runs") }
        return .init(isUnderstood: isUnderstood)
    }
}
