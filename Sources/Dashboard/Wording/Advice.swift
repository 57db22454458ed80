import Intuned

/// Advice for an operator about a run that did not go as planned (API.md section 7).
extension Wording {
    /// Advice about a reason.
    static func advice(for reason: RunReason) -> String {
        guard case .known(let type)? = reason.type else {
            return "jobtop does not know this reason. See its documentation link."
        }
        return switch type {
        case .terminated: "Nothing to do. Trigger the job again if it was stopped by mistake."
        case .userRequest: "Resume the job when it may continue."
        case .authSessionNotFound: "Create the AuthSession, or correct auth_session.id in the job. Then trigger the job again."
        case .authSessionInvalidMidJob: "The run waits for you: repair or re-create the AuthSession, then resume the job."
        case .authSessionValidateDependencyFailed:
            "Check the credentials of the AuthSession, validate it, then trigger the job again."
        case .authSessionLocked:
            "Another run holds the AuthSession. Wait for it or use another session, then trigger the job again."
        case .anotherJobRunActive:
            "Another run of this job is active. Wait for it or terminate it. The schedule may be too tight."
        case .insufficientResourceCredits:
            "The plan's allowance or credits are used up. Raise the limit on the billing page, then trigger or resume the job."
        case .s3SinkError: "Check the bucket, keys, region and endpoint of the sink. Then resume or trigger the job."
        }
    }

    /// Advice about an error.
    static func advice(for error: RunError) -> String {
        if error.code == .known(.insufficientResourceCredits) || error.category == .known(.billing) && error.code == nil {
            return "A billing error. Raise the limit or the plan, then trigger the job again."
        }
        if error.code == .known(.internalServerError) {
            return error.isRetirable
                ? "An error of the platform. A retry may help: trigger the job again."
                : "An error of the platform. Send the correlation id to Intuned support."
        }
        guard case .known(let category)? = error.category else {
            return "jobtop does not know this error. See its documentation link."
        }
        return switch category {
        case .billing: "A billing error. Raise the limit or the plan, then trigger the job again."
        case .infrastructure:
            "An infrastructure error. Trigger the job again. If the error returns, send the correlation id to Intuned support."
        case .execution: "An error of the script. Read the failed items in the results, then correct the code."
        case .auth: "An error of the login. Check the AuthSession and its credentials."
        case .user: "An error of the input. Correct the payload or the configuration of the job."
        }
    }
}
