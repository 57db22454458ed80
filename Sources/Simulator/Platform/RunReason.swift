/// Why a JobRun has its status (API.md, 3.3).
struct RunReason: Sendable, Equatable {
    var type: String
    var message: String
    var details: JSON?

    var json: JSON {
        [
            "type": .string(type), "message": .string(message), "details": details ?? .null,
            "doc_url": .string("https://intunedhq.com/docs/main/05-references/reason-codes#\(type)"),
        ]
    }

    static let userRequest = RunReason(type: "user-request", message: "The job was paused by a user.")
    static let terminated = RunReason(type: "terminated", message: "The job run was terminated by a user.")
    static let anotherRunActive = RunReason(
        type: "another-job-run-active", message: "Another job run of this job is still active, so this one was not started.")
    static let authSessionInvalid = RunReason(
        type: "auth-session-invalid-mid-job",
        message: "The auth session became invalid while the job was running and could not be re-created.",
        details: ["authSessionId": "vendor-portal-main", "failedCheck": "check", "attempts": 3])
    static let authSessionLocked = RunReason(
        type: "auth-session-locked", message: "The auth session is in use by another run and was not released in time.",
        details: ["authSessionId": "shared-buyer-account", "waitedSeconds": 300])
    static let authSessionNotFound = RunReason(
        type: "auth-session-not-found", message: "The auth session \"legacy-login\" does not exist.",
        details: ["authSessionId": "legacy-login"])
    static let authValidationFailed = RunReason(
        type: "auth-session-validate-dependency-failed",
        message: "The auth session could not be validated before the job run started: the login page rejected the credentials.")
    static let outOfCredits = RunReason(
        type: "insufficient-resource-credits", message: "The workspace has used up its job run allowance for this month.",
        details: ["allowance": 400, "used": 400, "plan": "team"])
    static let sinkBroken = RunReason(
        type: "s3-sink-error", message: "Writing to the S3 sink failed: AccessDenied (s3:PutObject).",
        details: ["bucket": "acme-data-lake-raw", "region": "eu-central-1", "requestId": "4442587FB7D0A2F9"])
}
