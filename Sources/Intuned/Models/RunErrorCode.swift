/// The codes of errors of JobRuns and of the single runs in them.
public enum RunErrorCode: String, CaseIterable, Sendable {
    /// The platform's own fault.
    case internalServerError = "internal-server-error"
    /// The plan's allowance or credits are used up.
    case insufficientResourceCredits = "insufficient-resource-credits"
    /// The script's process died, often for lack of memory.
    case scriptProcessCrashed = "script-process-crashed"
    /// Something nobody foresaw.
    case unexpected = "unexpected"
    /// The script threw and did not catch.
    case scriptExecutionException = "script-execution-exception"
    /// The script returned nothing that can be a result.
    case scriptNoValidOutputReceived = "script-no-valid-output-received"
    /// The result is larger than the platform keeps.
    case resultTooBigError = "result-too-big-error"
    /// The script took longer than its time.
    case scriptTimeout = "script-timeout"
    /// The script failed in a way nobody foresaw.
    case scriptUnexpectedError = "script-unexpected-error"
    /// The login turned out to be invalid.
    case authCheckFailed = "auth-check-failed"
    /// Every attempt of every kind failed.
    case allAttemptsFailed = "all-attempts-failed"
    /// Every attempt to check the login failed.
    case checkAttemptsFailed = "check-attempts-failed"
    /// Every attempt to make the login anew failed.
    case createAttemptsFailed = "create-attempts-failed"
    /// Every check of the new login failed.
    case postCreateCheckAttemptsFailed = "post-create-check-attempts-failed"
    /// Every attempt of the API failed.
    case apiAttemptsFailed = "api-attempts-failed"
    /// The password store could not be asked.
    case onepasswordIntegrationError = "onepassword-integration-error"
    /// The JobRun around it was stopped.
    case jobRunTerminated = "job-run-terminated"
}
