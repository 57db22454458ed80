internal import FoundationEssentials

/// The calls of the API (API.md, section 2).
extension Exchange.State {
    mutating func answerAPI(_ request: Request, at moment: Moment) -> Response {
        do throws(Refusal) {
            let path = request.path ?? []
            guard path.count > 5, path.prefix(3) == ["api", "v1", "workspace"], path[4] == "projects",
                let route = try Route(request.method, path[6...])
            else { throw Refusal.notFound("There is no such route.") }
            let faults = faults.take(route.call)
            var response = answer(route, request, workspace: path[3], project: path[5], faults: faults, at: moment)
            for fault in faults { fault.apply(to: &response, of: route.call, target: request.target, at: moment) }
            return response
        } catch {
            return refuse(error, at: moment)
        }
    }

    private mutating func answer(
        _ route: Route, _ request: Request, workspace: String, project: String, faults: [FaultKind], at moment: Moment
    ) -> Response {
        do throws(Refusal) {
            try admit(request, workspace: workspace, project: project)
            if route.isAction, faults.contains(where: \.preventsActions) { return .json(["message": "Not carried out."]) }
            return try perform(route, request, linksAreExpired: faults.contains(.expired), at: moment)
        } catch {
            return refuse(error, at: moment)
        }
    }

    private func admit(_ request: Request, workspace: String, project: String) throws(Refusal) {
        let identity = platform.identity
        if request.header("x-api-key") != identity.apiKey { throw .unauthorized }
        if workspace != identity.workspaceID { throw .forbidden("The API key does not belong to workspace \(workspace).") }
        if project != identity.project { throw .notFound("Project \(project) was not found.") }
    }

    private mutating func perform(
        _ route: Route, _ request: Request, linksAreExpired: Bool, at moment: Moment
    ) throws(Refusal) -> Response {
        let identity = platform.identity
        switch route {
        case .jobs: return .json(.array(platform.jobs.map { $0.listItem(identity) }))
        case .job(let id): return try .json(platform.job(id).detail(identity))
        case .runs(let id):
            let (job, page) = (try platform.job(id), try RunPage(query: request.query))
            let rows = job.runs(on: page).map { $0.json(of: job, identity) }
            return .json(["jobRuns": .array(rows), "totalCount": .int(job.runCount)])
        case .run(let jobID, let runID):
            let (job, run) = try platform.run(runID, of: jobID)
            var members = [JSON.Member(key: "jobRun", value: run.json(of: job, identity))]
            if run.hasResults {
                let issued = linksAreExpired ? moment - SignedURL.lifetime : moment
                members.append(
                    .init(key: "results", value: results(ResultsFile(job: job, run: run, identity: identity), at: issued)))
            }
            return .json(.object(members))
        case .trigger(let id):
            return try .json(["jobRunId": .string(platform.trigger(id)), "message": "Job triggered successfully."])
        case .terminate(let jobID, let runID): return try .json(["message": .string(platform.terminate(runID, of: jobID))])
        case .pause(let id):
            try platform.pause(id)
            return .json(["message": "Paused"])
        case .resume(let id):
            try platform.resume(id)
            return .json(["message": "Resumed"])
        case .result(let id): return try .json(platform.result(ofRun: id))
        case .start: return try .json(["runId": .string(start(request)), "status": "pending"], status: 201)
        }
    }

    private mutating func results(_ file: ResultsFile, at moment: Moment) -> JSON {
        let link = SignedURL(dice: platform.dice.fork(3)).link(to: file.key, origin: storeOrigin, at: moment)
        return [
            "signed_url": .string(link.url), "format": .string(file.run.results.format),
            "signed_url_expiration": .string(link.expires.iso), "size": .int(Int(sizes.size(of: file))), "key": .string(file.key),
        ]
    }

    private mutating func start(_ request: Request) throws(Refusal) -> String {
        struct Body: Decodable {
            struct Parameters: Decodable {
                init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: Name.self) }
                enum Name: CodingKey {}
            }
            var api: String
            var parameters: Parameters
        }
        guard let body = try? JSONDecoder().decode(Body.self, from: Data(request.body)) else {
            throw .badRequest("The body must be an object with \"api\" (a string) and \"parameters\" (an object).")
        }
        return platform.startSingleRun(body.api)
    }

    private func refuse(_ refusal: Refusal, at moment: Moment) -> Response {
        .json(refusal.json(platform.dice.fork(Int(moment.milliseconds))), status: refusal.status)
    }
}
