/// The codes of errors of JobRuns and of the single runs in them.
public enum RunErrorCode: String, CaseIterable, Sendable {
    /// The platform failed internally.
    case internalServerError = "internal-server-error"
    /// The plan's allowance or credits are used up.
    case insufficientResourceCredits = "insufficient-resource-credits"
    /// The script's process died, often for lack of memory.
    case scriptProcessCrashed = "script-process-crashed"
    /// An unexpected error.
    case unexpected = "unexpected"
    /// The script threw an exception and did not catch it.
    case scriptExecutionException = "script-execution-exception"
    /// The script returned no valid result.
    case scriptNoValidOutputReceived = "script-no-valid-output-received"
    /// The result is larger than the platform stores.
    case resultTooBigError = "result-too-big-error"
    /// The script exceeded its time limit.
    case scriptTimeout = "script-timeout"
    /// The script failed unexpectedly.
    case scriptUnexpectedError = "script-unexpected-error"
    /// The login is invalid.
    case authCheckFailed = "auth-check-failed"
    /// All attempts failed.
    case allAttemptsFailed = "all-attempts-failed"
    /// All attempts to check the login failed.
    case checkAttemptsFailed = "check-attempts-failed"
    /// All attempts to create the login again failed.
    case createAttemptsFailed = "create-attempts-failed"
    /// All checks of the new login failed.
    case postCreateCheckAttemptsFailed = "post-create-check-attempts-failed"
    /// All attempts to call the API failed.
    case apiAttemptsFailed = "api-attempts-failed"
    /// The password store could not be reached.
    case onepasswordIntegrationError = "onepassword-integration-error"
    /// The JobRun that contains it was stopped.
    case jobRunTerminated = "job-run-terminated"
}
