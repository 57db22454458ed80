import Intuned

/// What an operator does about a run that did not go as planned (API.md section 7).
extension Wording {
    /// What to do about a reason.
    static func advice(for reason: RunReason) -> String {
        guard case .known(let type)? = reason.type else {
            return "jobtop does not know this reason. See its documentation link."
        }
        return switch type {
        case .terminated: "Nothing to do. Trigger the job again if it was stopped by mistake."
        case .userRequest: "Resume the job when it may continue."
        case .authSessionNotFound: "Create the AuthSession, or correct auth_session.id in the job; then trigger it again."
        case .authSessionInvalidMidJob: "The run waits for you: repair or re-create the AuthSession, then resume the job."
        case .authSessionValidateDependencyFailed:
            "Check the credentials of the AuthSession, validate it, then trigger the job again."
        case .authSessionLocked: "Another run holds the AuthSession. Wait for it or use another session; then trigger again."
        case .anotherJobRunActive:
            "Another run of this job is active: find it in the list, wait or terminate it. The schedule may be too tight."
        case .insufficientResourceCredits:
            "The plan's allowance or credits are used up: raise the limit or the plan on the billing page, then trigger or resume."
        case .s3SinkError: "Check the sink's bucket, keys, region and endpoint; then resume or trigger the job."
        }
    }

    /// What to do about an error.
    static func advice(for error: RunError) -> String {
        if error.code == .known(.insufficientResourceCredits) || error.category == .known(.billing) && error.code == nil {
            return "Billing: raise the limit or the plan, then trigger the job again."
        }
        if error.code == .known(.internalServerError) {
            return error.isRetirable
                ? "The platform's side, and worth another try: trigger the job again."
                : "The platform's side: send the correlation id to Intuned's support."
        }
        guard case .known(let category)? = error.category else {
            return "jobtop does not know this error. See its documentation link."
        }
        return switch category {
        case .billing: "Billing: raise the limit or the plan, then trigger the job again."
        case .infrastructure: "Infrastructure: mostly worth another try; send the correlation id to support if it comes back."
        case .execution: "The script: read the failed items in the results, then correct the code."
        case .auth: "The login: check the AuthSession and its credentials."
        case .user: "The input: correct the job's payload or configuration."
        }
    }
}
