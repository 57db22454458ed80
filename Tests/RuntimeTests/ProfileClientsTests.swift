import Dashboard
import Intuned
import Testing

@testable import Runtime

/// Each profile's orders go to its own client, with its own key.
struct ProfileClientsTests {
    @Test(arguments: [0, 1]) func orderGoesToTheClientOfItsProfile(number: Int) async throws {
        let platforms = [StandInPlatform(.success("[]")), StandInPlatform(.success("[]"))]
        let clients = Dictionary(
            uniqueKeysWithValues: platforms.enumerated().map { (ProfileID($0), $1.client) })
        let mailbox = try #require(Mailbox())
        let runner = EffectRunner(clients: clients, transport: platforms[0], mailbox: mailbox)
        runner.run(.call(ProfileID(number), .jobs))
        #expect(await firstMessages(of: mailbox) == [.jobsLoaded(ProfileID(number), .success(Answered(value: JobList())))])
        #expect(platforms[number].requests.count == 1)
        #expect(platforms[1 - number].requests == [])
    }
}
