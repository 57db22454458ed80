import Testing

@testable import Simulator

struct RunPageTests {
    private func page(_ size: Int, _ number: Int, _ order: String = "created_at,desc") throws -> RunPage {
        try RunPage(query: [("pageSize", "\(size)"), ("pageNumber", "\(number)"), ("sortBy", order)])
    }

    @Test func thePagesOfAHundredThousandRunsAreMadeOnDemand() throws {
        let job = try #require(Scene(World.huge.plans, speed: 10).platform.jobs.first)
        #expect(job.runCount == 100_001)
        #expect(job.ended.isEmpty)
        let first = try job.runs(on: page(100, 0))
        #expect(first.map(\.ordinal) == Array((99_901...100_000).reversed()))
        #expect(first[0].status == .pending)
        #expect(try job.runs(on: page(100, 1000)).map(\.ordinal) == [0])
        #expect(try job.runs(on: page(100, 1001)).isEmpty)
        #expect(try job.runs(on: page(2, 0, "start_time,asc")).map(\.ordinal) == [0, 1])
        let middle = try #require(try job.runs(on: page(1, 50_000)).first)
        #expect(job.run(middle.id)?.ordinal == middle.ordinal)
    }

    @Test func rowsAreSortedByEachFieldAndTheNewestComeFirstAmongEquals() throws {
        let job = try #require(Scene(World.demo.plans, speed: 10).platform.jobs.first { $0.plan.id == "sec-filings" })
        let statuses = try job.runs(on: page(100, 0, "status,asc/start_time,desc")).map { ($0.status.rawValue, $0.ordinal) }
        #expect(statuses.map(\.0) == statuses.map(\.0).sorted())
        #expect(zip(statuses, statuses.dropFirst()).allSatisfy { $0.0 != $1.0 || $0.1 > $1.1 })
        for field in RunOrder.Field.allCases {
            let up = try job.runs(on: page(100, 0, "\(field.rawValue),asc"))
            let down = try job.runs(on: page(100, 0, "\(field.rawValue),desc"))
            #expect(Set(up.map(\.id)) == Set(down.map(\.id)))
            #expect(up.count == job.runCount)
        }
        #expect(try job.runs(on: page(1, 0, "end_time,desc"))[0].endedAt == nil)
        #expect(try job.runs(on: page(1, 0, "failed_runs,desc"))[0].failed == (job.active + job.ended).map(\.failed).max())
    }

    @Test func thePageSizeIsCappedAndHasADefault() throws {
        #expect(try page(5000, 0).size == RunPage.largest)
        #expect(try RunPage(query: []) == RunPage())
        #expect(RunPage().size == 10)
        #expect(try page(10, Int.max).rows(of: 50).isEmpty)
    }

    @Test(arguments: ["status", "status,up", "colour,desc", "", "status,asc/", "status,asc,x"])
    func anOrderThatIsNoneIsRefused(_ text: String) {
        #expect(throws: Refusal.self) { try RunOrder(text) }
    }

    @Test func aPageThatIsNoneIsRefused() {
        for query in [("pageSize", "0"), ("pageSize", "ten"), ("pageNumber", "-1"), ("pageNumber", "")] {
            #expect(throws: Refusal.self) { try RunPage(query: [query]) }
        }
    }
}
