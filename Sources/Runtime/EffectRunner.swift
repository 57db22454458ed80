package import Dashboard
package import Intuned
package import ResultsFile
import Synchronization

/// Carries out the core's orders, each in its own Task, and posts the results as messages.
package final class EffectRunner: Sendable {
    private let clients: [ProfileID: IntunedClient]
    private let transport: any HTTPTransport
    private let mailbox: Mailbox
    private let readers = Mutex<[ReadingID: ResultsReader]>([:])
    private let interruptions = Interruptions()
    private let unfinished: UnfinishedFiles
    private let actionsPath: String?
    private let fetches = RunningTasks<RunKey>()
    private let saves = RunningTasks<String>()

    /// Creates a runner.
    ///
    /// - Parameters:
    ///   - clients: one for each profile, with its own key.
    ///   - transport: for the results store, to which no API client ever talks.
    ///   - unfinished: where fetches and exports record the files that they write.
    ///   - actionsPath: the log of actions, for handovers; nil where there is none.
    package init(
        clients: [ProfileID: IntunedClient], transport: any HTTPTransport, mailbox: Mailbox,
        unfinished: UnfinishedFiles = UnfinishedFiles(), actionsPath: String? = nil
    ) {
        self.clients = clients
        self.transport = transport
        self.mailbox = mailbox
        self.unfinished = unfinished
        self.actionsPath = actionsPath
    }

    /// Starts to carry out an order; the event loop carries out orders for the terminal.
    package func run(_ effect: Effect) {
        switch effect {
        case .call(let profile, let topic): call(profile, topic)
        case .fetch(.begin(let order)): fetch(order)
        case .fetch(.stop(let key)): fetches.cancel(key)
        case .read(let id, let order): read(id, order)
        case .save(let order): save(order)
        case .terminal, .quit: break
        }
    }

    /// Stops every fetch and every export, and waits until each has removed its unfinished files; files that are being saved are
    /// completed.
    package func stop() async {
        let reading = readers.withLock { readers in
            defer { readers = [:] }
            return Array(readers.values)
        }
        for reader in reading { reader.close() }
        await fetches.stop()
        await saves.stop()
        for reader in reading { await reader.waitForEnd() }
    }

    /// Removes the files of fetches and exports that could not remove them themselves; call it right before the process ends.
    package func clearAway() { unfinished.discard() }

    private func call(_ profile: ProfileID, _ topic: Topic) {
        guard let client = clients[profile] else { return }
        switch topic {
        case .jobs: load(Endpoints.jobs(), from: client) { .jobsLoaded(profile, $0) }
        case .newestRuns, .runs, .farRuns:
            guard let (job, page, size) = topic.pageOfRuns else { return }
            let endpoint = Endpoints.jobRuns(job: job, pageSize: size, pageNumber: page, sortBy: "created_at,desc")
            load(endpoint, from: client) { .runsLoaded(profile, topic, $0) }
        case .run(let key): load(Endpoints.jobRun(job: key.job, run: key.run), from: client) { .runLoaded(key, $0) }
        }
    }

    private func load<Answer>(
        _ endpoint: Endpoint<Answer>, from client: IntunedClient,
        as message: @escaping @Sendable (Result<Answered<Answer>, IntunedError>) -> Message
    ) {
        Task { [mailbox] in
            do throws(IntunedError) {
                mailbox.post(message(.success(try await client.call(endpoint))))
            } catch {
                mailbox.post(message(.failure(error)))
            }
        }
    }

    private func read(_ id: ReadingID, _ order: ReadingOrder) {
        let reader = readers.withLock { readers in
            if case .close = order { return readers.removeValue(forKey: id) }
            let reader = readers[id] ?? ResultsReader(unfinished: unfinished) { [mailbox] in mailbox.post(.read(id, $0)) }
            readers[id] = reader
            return reader
        }
        if case .close = order { reader?.close() } else { reader?.take(order) }
    }

    private func save(_ order: SaveOrder) {
        saves.begin(order.path) { [unfinished, actionsPath] () -> ResultsError? in
            let text =
                switch order.content {
                case .page(let text): text
                case .handover(let facts): Handover.text(facts, ActionsFile.read(actionsPath))
                }
            do throws(ResultsError) {
                try SavedFile.write(text, to: order.path, replaces: order.replaces, unfinished: unfinished)
                return nil
            } catch {
                return error
            }
        } tell: { [mailbox] in
            mailbox.post(.saved(order, $0))
        }
    }

    private func fetch(_ order: FetchOrder) {
        guard let client = clients[order.key.profile] else { return }
        let fetch = ResultsFetch(
            order: order, client: client, transport: transport,
            report: { [mailbox] progress in mailbox.post(.fetchProgressed(order.key, progress)) },
            noteRenewal: { [mailbox] in mailbox.post(.linkRenewed(order.key)) }, interruptions: interruptions,
            unfinished: unfinished)
        fetches.begin(order.key) {
            do throws(FetchFailure) {
                return Result<FetchedFile, FetchFailure>.success(try await fetch.run())
            } catch {
                return .failure(error)
            }
        } tell: { [mailbox] in
            mailbox.post(.fetchEnded(order.key, $0))
        }
    }
}
