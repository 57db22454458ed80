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
    private let turns = PeekTurns()
    private let unfinished: UnfinishedFiles
    private let fetches = RunningTasks<RunKey>()
    private let actions = RunningTasks<Int>()
    private let log: ActionLog?
    private let seen: [ProfileID: SeenFile]
    private let saves = RunningTasks<String>()

    /// Creates a runner.
    ///
    /// - Parameters:
    ///   - clients: one for each profile, with its own key.
    ///   - transport: for the results store, to which no API client ever talks.
    ///   - log: the file of actions; nil if its folder is unknown.
    ///   - seen: where the ids of a profile are kept; a profile without a file has none kept.
    ///   - unfinished: where fetches and exports record the files that they write.
    package init(
        clients: [ProfileID: IntunedClient], transport: any HTTPTransport, mailbox: Mailbox, log: ActionLog? = nil,
        seen: [ProfileID: SeenFile] = [:], unfinished: UnfinishedFiles = UnfinishedFiles()
    ) {
        self.clients = clients
        self.transport = transport
        self.mailbox = mailbox
        self.log = log
        self.seen = seen
        self.unfinished = unfinished
    }

    /// Starts to carry out an order; the event loop carries out orders for the terminal.
    package func run(_ effect: Effect) {
        switch effect {
        case .call(let profile, let topic): call(profile, topic)
        case .fetch(.begin(let order)): fetch(order)
        case .fetch(.stop(let key)): fetches.cancel(key)
        case .read(let id, let order): read(id, order)
        case .save(let order): save(order)
        case .act(.send(let id, let action)): send(action, id)
        case .act(.record(let record)): write(record)
        case .keepSeen(let profile, let jobs): keep(jobs, of: profile)
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
        await actions.stop()
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

    /// Sends an action, once: without a retry, whatever comes of it.
    private func send(_ action: Action, _ id: Int) {
        guard let client = clients[action.target.profile] else { return }
        actions.begin(id) {
            do throws(IntunedError) {
                return Result<Answered<ActionAnswer>, IntunedError>.success(try await client.send(action))
            } catch {
                return .failure(error)
            }
        } tell: { [mailbox] in
            mailbox.post(.actionAnswered(id, $0))
        }
    }

    /// Writes the line of an action; a slow disk holds nothing up.
    private func write(_ record: ActionRecord) {
        guard let log else { return mailbox.post(.actionNotRecorded(nil)) }
        actions.begin(0) {
            do throws(FileFailure) {
                try log.add(record)
                return FileFailure?.none
            } catch {
                return error
            }
        } tell: { [mailbox] in
            if let failure = $0 { mailbox.post(.actionNotRecorded(failure)) }
        }
    }

    /// Keeps ids for the completion in a shell; nobody is told if that fails.
    private func keep(_ jobs: [SeenJob], of profile: ProfileID) {
        guard let file = seen[profile] else { return }
        let time = Moment.now.wall
        saves.begin(SeenFile.name) { [unfinished] in
            file.keep(jobs, isWhole: true, at: time, unfinished: unfinished)
        } tell: { _ in
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
            let peek = ResultsPeek(transport: transport, turns: turns)
            let reader =
                readers[id] ?? ResultsReader(unfinished: unfinished, peek: peek) { [mailbox] in mailbox.post(.read(id, $0)) }
            readers[id] = reader
            return reader
        }
        if case .close = order { reader?.close() } else { reader?.take(order) }
    }

    private func save(_ order: SaveOrder) {
        saves.begin(order.path) { [unfinished, log] () -> ResultsError? in
            let text =
                switch order.content {
                case .page(let text): text
                case .handover(let facts): Handover.text(facts, ActionsFile.read(log?.path))
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
