import CurlTransport
import Dashboard
import FoundationEssentials
import Intuned

/// The one request of `jobtop doctor`: the jobs of the project.
struct DoctorRequest {
    /// Seconds that the request may take.
    static let limit = 5.0
    /// Seconds of difference between the two clocks that are not worth a word; the Date header has whole seconds.
    static let smallDifference = 5.0

    /// What the platform answered, and when by its clock and ours.
    struct Answer {
        var outcome: Result<Int, IntunedError>
        var serverTime: Date?
        var received: Date
        /// Seconds between the request and the answer.
        var took: Double
    }

    /// Sends the request.
    static func send(_ platform: PlatformSettings, over transport: CurlTransport) -> Answer {
        let client = IntunedClient(
            baseURL: platform.baseURL, workspaceID: platform.workspace, project: platform.project, apiKey: platform.apiKey,
            transport: transport, timeout: limit)
        let clock = ContinuousClock()
        let start = clock.now
        return wait {
            var answer = Answer(outcome: .failure(.cancelled), serverTime: nil, received: Date(), took: 0)
            do throws(IntunedError) {
                let jobs = try await client.call(Endpoints.jobs())
                answer.outcome = .success(jobs.value.jobs.count)
                answer.serverTime = jobs.serverTime
            } catch {
                answer.outcome = .failure(error)
            }
            answer.received = Date()
            answer.took = (clock.now - start) / .seconds(1)
            return answer
        }
    }

    /// What the answer says about the platform and the clock.
    static func findings(_ answer: Answer, host: String) -> [Finding] {
        switch answer.outcome {
        case .success(let jobs):
            [
                .ok("platform", "\(host) listed \(Wording.count(jobs, "job")) in \(Int((answer.took * 1000).rounded())) ms"),
                clock(answer),
            ]
        case .failure(let error):
            [.fix("platform", Wording.sentence(error, host: host)), .unchecked("clock", "not compared: no answer")]
        }
    }

    private static func clock(_ answer: Answer) -> Finding {
        guard let serverTime = answer.serverTime else { return .unchecked("clock", "not compared: the answer has no time") }
        let ahead = serverTime.timeIntervalSince(answer.received)
        guard abs(ahead) > smallDifference + answer.took else {
            return .ok("clock", "within \(Int(smallDifference)) s of the server's clock")
        }
        let difference =
            "This machine's clock is \(Wording.duration(abs(ahead))) \(ahead > 0 ? "behind" : "ahead of") the server's."
        return .fix("clock", "\(difference) Set it, for example with timedatectl set-ntp true.")
    }
}
