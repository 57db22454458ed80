/// The kinds of reasons for the status of a JobRun.
public enum RunReasonType: String, CaseIterable, Sendable {
    /// A user stopped it.
    case terminated = "terminated"
    /// A user paused it.
    case userRequest = "user-request"
    /// The AuthSession that the job names does not exist.
    case authSessionNotFound = "auth-session-not-found"
    /// The login failed during the run, which waits for a person to repair it.
    case authSessionInvalidMidJob = "auth-session-invalid-mid-job"
    /// The login could not be validated before the start.
    case authSessionValidateDependencyFailed = "auth-session-validate-dependency-failed"
    /// Another run holds the AuthSession.
    case authSessionLocked = "auth-session-locked"
    /// Another run of the job is active.
    case anotherJobRunActive = "another-job-run-active"
    /// The plan's allowance or credits are used up.
    case insufficientResourceCredits = "insufficient-resource-credits"
    /// Writing to the S3 sink failed.
    case s3SinkError = "s3-sink-error"
}
