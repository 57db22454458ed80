import Intuned
import Testing

struct StatusTests {
    @Test func fiveStatusesMayStillChange() {
        #expect(JobRunStatus.allCases.filter(\.isActive) == [.pending, .paused, .pausing, .resuming, .running])
    }

    @Test func anUnknownStatusIsActiveWhileTheRunHasNoEnd() {
        #expect(JobRun(id: "r", status: .unrecognized("HALF_DONE")).isActive)
        #expect(!JobRun(id: "r", status: .unrecognized("HALF_DONE"), endTime: Timestamp("2024-01-01T00:00:00Z")).isActive)
        #expect(!JobRun(id: "r", status: .known(.success)).isActive)
    }

    @Test func anOpenWordGivesBackWhatItWasMadeFrom() {
        #expect(Open<JobRunStatus>("PENDING") == .known(.pending))
        #expect(Open<JobRunStatus>("pending") == .unrecognized("pending"))
        #expect(Open<JobRunStatus>("PENDING").raw == "PENDING")
        #expect(Open<JobRunStatus>("HALF_DONE").raw == "HALF_DONE")
    }

    @Test func everyReasonOfTheDocumentationIsKnown() {
        let words = [
            "terminated", "user-request", "auth-session-not-found", "auth-session-invalid-mid-job",
            "auth-session-validate-dependency-failed", "auth-session-locked", "another-job-run-active",
            "insufficient-resource-credits", "s3-sink-error",
        ]
        #expect(words.map { Open<RunReasonType>($0) } == RunReasonType.allCases.map { .known($0) })
    }

    @Test func everyErrorCodeOfTheDocumentationIsKnown() {
        let words = """
            internal-server-error insufficient-resource-credits script-process-crashed unexpected script-execution-exception \
            script-no-valid-output-received result-too-big-error script-timeout script-unexpected-error auth-check-failed \
            all-attempts-failed check-attempts-failed create-attempts-failed post-create-check-attempts-failed \
            api-attempts-failed onepassword-integration-error job-run-terminated
            """
        #expect(words.split(separator: " ").map { Open<RunErrorCode>(String($0)) } == RunErrorCode.allCases.map { .known($0) })
    }
}
