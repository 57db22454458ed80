import Testing

@testable import Simulator

struct WorldTests {
    @Test func theEmptyWorldHasNoJobs() {
        #expect(World.empty.plans.isEmpty)
    }

    @Test(arguments: World.allCases)
    func theJobsOfAWorldHaveIDsOfTheirOwn(_ world: World) {
        let ids = world.plans.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func everyJobOfTheFailingWorldHasARunThatDidNotEndWell() {
        for job in Scene(World.failing.plans).platform.jobs {
            let sad = job.ended.contains {
                $0.status == .failure || $0.status == .canceled || $0.status == .terminated || $0.failed > 0
            }
            #expect(sad, "\(job.plan.id)")
        }
    }

    @Test func theStrangeWorldIsValidJSONButForTheJobsThatSaySo() throws {
        let platform = Scene(World.strange.plans).platform
        let unreadable = Set(StrangeRuns.unreadable.map(\.id))
        #expect(throws: Never.self) { try Value(JSON.array(platform.jobs.map { $0.listItem(Scene.identity) }).bytes) }
        for job in platform.jobs where !unreadable.contains(job.plan.id) {
            let rows = JSON.array(job.ended.map { $0.json(of: job, Scene.identity) })
            #expect(throws: Never.self, "\(job.plan.id)") { try Value(rows.bytes) }
        }
    }

    @Test func theStrangeWorldHasWhatHurts() {
        let platform = Scene(World.strange.plans).platform
        let rows = platform.allRuns.map { $0.run.json(of: $0.job, Scene.identity).bytes }
        let text = rows.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
        #expect(rows.contains { $0.count > 200_000 })
        for needle in [
            #"\u001b]8;;"#, #"\u0000"#, "\u{202E}", "\u{9B}", "👨‍👩‍👧‍👦", "99999999999999999999", "HALF_DONE", "2026-11-01 00:00:00+00",
        ] {
            #expect(text.contains(needle), "\(needle)")
        }
        #expect(text.contains(String(repeating: "[", count: 10_000)))
    }

    @Test func theFilesWorldHasARunForEveryKindOfFile() throws {
        let job = try #require(Scene(World.files.plans).platform.jobs.first)
        #expect(job.ended.prefix(FilesWorld.kinds.count).map(\.results) == FilesWorld.kinds)
    }
}

struct SecretTests {
    @Test func everyNamedSecretIsInSomeAnswer() {
        var text = ""
        for world in World.allCases where world != .huge {
            for job in Scene(world.plans).platform.jobs {
                let rows = job.ended.map { $0.json(of: job, Scene.identity) }
                text += String(decoding: JSON.array([job.listItem(Scene.identity)] + rows).bytes, as: UTF8.self)
            }
        }
        for secret in World.secrets { #expect(text.contains(secret), "\(secret)") }
    }
}
