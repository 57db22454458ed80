import Dashboard
import Glibc
import ResultsFile
import Query
import Testing
import TextScreen

@testable import Runtime

struct MailboxTests {
    private func isReadable(_ descriptor: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) == 1
    }

    @Test func messagesComeOutInTheirOrder() throws {
        let mailbox = try #require(Mailbox())
        let messages = (1...300).map { Message.resized(Size(columns: $0, rows: 1)) }
        for message in messages { mailbox.post(message) }
        #expect(mailbox.drain() == messages)
        #expect(mailbox.drain() == [])
    }

    @Test func itsDescriptorIsReadableWhileMessagesWait() throws {
        let mailbox = try #require(Mailbox())
        #expect(!isReadable(mailbox.descriptor))
        mailbox.post(.timePassed)
        mailbox.post(.continued)
        #expect(isReadable(mailbox.descriptor))
        _ = mailbox.drain()
        #expect(!isReadable(mailbox.descriptor))
        mailbox.post(.timePassed)
        #expect(isReadable(mailbox.descriptor))
    }

    @Test func manyMessagesWakeOnce() throws {
        let mailbox = try #require(Mailbox())
        for _ in 0..<1000 { mailbox.post(.timePassed) }
        var bytes = [UInt8](repeating: 0, count: 100)
        #expect(read(mailbox.descriptor, &bytes, bytes.count) == 1)
    }

    @Test func ofAFetchOnlyTheNewestProgressWaits() throws {
        let mailbox = try #require(Mailbox())
        let (one, other) = (RunKey(profile: .first, job: "a", run: "1"), RunKey(profile: .first, job: "a", run: "2"))
        for bytes in 1...1000 {
            mailbox.post(.fetchProgressed(one, FetchProgress(received: bytes)))
            mailbox.post(.fetchProgressed(other, FetchProgress(received: -bytes)))
        }
        mailbox.post(.fetchEnded(one, .failure(.cancelled)))
        #expect(
            mailbox.drain() == [
                .fetchProgressed(one, FetchProgress(received: 1000)), .fetchProgressed(other, FetchProgress(received: -1000)),
                .fetchEnded(one, .failure(.cancelled)),
            ])
    }

    @Test func ofAFileThatIsReadOnlyTheNewestStateWaits() throws {
        let mailbox = try #require(Mailbox())
        let key = RunKey(profile: .first, job: "a", run: "1")
        let (one, other) = (ReadingID(key: key, number: 1), ReadingID(key: key, number: 2))
        let filters = [ResultsFilter(), ResultsFilter(query: Query("a", ItemQuery.names))]
        let order = ExportOrder(filter: filters[0], format: .csv, path: "a.csv", replaces: false)
        for rows in 1...1000 {
            mailbox.post(.read(one, .indexed(ResultsSnapshot())))
            for filter in filters { mailbox.post(.read(one, .searched(filter, ResultsViewState()))) }
            mailbox.post(.read(one, .exportProgressed(ExportProgress(order: order, rows: rows, total: 1000))))
            mailbox.post(.read(other, .indexed(ResultsSnapshot())))
        }
        mailbox.post(.read(one, .opened(path: "x")))
        #expect(mailbox.drain().count == 6)
    }

    @Test func nothingIsLostWhileOthersPost() async throws {
        let mailbox = try #require(Mailbox())
        await withTaskGroup(of: Void.self) { group in
            for sender in 0..<8 {
                group.addTask { for number in 0..<500 { mailbox.post(.resized(Size(columns: sender, rows: number))) } }
            }
        }
        let sizes = mailbox.drain().map { if case .resized(let size) = $0 { size } else { Size(columns: -1, rows: -1) } }
        for sender in 0..<8 {
            #expect(sizes.filter { $0.columns == sender }.map(\.rows) == Array(0..<500))
        }
    }
}

struct WakePipeTests {
    @Test func bytesComeOutInTheirOrder() throws {
        let pipe = try #require(WakePipe())
        for byte in 0..<200 { pipe.wake(UInt8(byte)) }
        #expect(pipe.drain() == Array(0..<200))
        #expect(pipe.drain() == [])
    }

    @Test func aFullPipeBlocksNobody() throws {
        let pipe = try #require(WakePipe())
        // A pipe holds 16 pages, of whatever size they are (pipe(7)).
        let more = 32 * sysconf(Int32(_SC_PAGESIZE))
        for _ in 0..<more { pipe.wake() }
        let count = pipe.drain().count
        #expect((4096..<more).contains(count))
        pipe.wake(7)
        #expect(pipe.drain() == [7])
    }

    @Test func noChildInheritsItsEnds() throws {
        let pipe = try #require(WakePipe())
        for end in [pipe.readEnd, pipe.writeEnd] { #expect(fcntl(end, F_GETFD) & FD_CLOEXEC != 0) }
    }
}
