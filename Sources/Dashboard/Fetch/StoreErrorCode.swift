package import Intuned

/// The error codes of stores for which jobtop has advice.
///
/// From the lists of S3 (API reference, "Error responses"), Google Cloud Storage (XML API, "HTTP status and error codes"), R2
/// ("Error codes") and Azure ("Blob Storage error codes").
package enum StoreErrorCode: String, CaseIterable, Sendable {
    case requestTimeTooSkewed = "RequestTimeTooSkewed"
    case expiredToken = "ExpiredToken"
    case expiredRequest = "ExpiredRequest"
    case tokenRefreshRequired = "TokenRefreshRequired"
    case accessDenied = "AccessDenied"
    case allAccessDisabled = "AllAccessDisabled"
    case accountProblem = "AccountProblem"
    case authorizationFailure = "AuthorizationFailure"
    case authorizationPermissionMismatch = "AuthorizationPermissionMismatch"
    case signatureDoesNotMatch = "SignatureDoesNotMatch"
    case invalidAccessKeyID = "InvalidAccessKeyId"
    case invalidToken = "InvalidToken"
    case authenticationFailed = "AuthenticationFailed"
    case authorizationQueryParametersError = "AuthorizationQueryParametersError"
    case noSuchKey = "NoSuchKey"
    case noSuchVersion = "NoSuchVersion"
    case noSuchBucket = "NoSuchBucket"
    case blobNotFound = "BlobNotFound"
    case containerNotFound = "ContainerNotFound"
    case resourceNotFound = "ResourceNotFound"
    case invalidObjectState = "InvalidObjectState"
    case blobArchived = "BlobArchived"
    case slowDown = "SlowDown"
    case serviceUnavailable = "ServiceUnavailable"
    case serverBusy = "ServerBusy"
    case internalError = "InternalError"
    case operationTimedOut = "OperationTimedOut"
    case requestTimeout = "RequestTimeout"

    /// What a code means for the fetch.
    package enum Meaning: Sendable {
        /// The clocks differ by more than the store allows.
        case clock
        /// The link has expired.
        case expired
        /// The link has no permission to read the file.
        case denied
        /// The link's signature is not valid.
        case signature
        /// The file does not exist.
        case gone
        /// The file is in an archive that cannot be read directly.
        case archived
        /// The store fails temporarily.
        case busy
    }

    /// What the code means for the fetch.
    package var meaning: Meaning {
        switch self {
        case .requestTimeTooSkewed: .clock
        case .expiredToken, .expiredRequest, .tokenRefreshRequired: .expired
        case .accessDenied, .allAccessDisabled, .accountProblem, .authorizationFailure, .authorizationPermissionMismatch: .denied
        case .signatureDoesNotMatch, .invalidAccessKeyID, .invalidToken, .authenticationFailed,
            .authorizationQueryParametersError:
            .signature
        case .noSuchKey, .noSuchVersion, .noSuchBucket, .blobNotFound, .containerNotFound, .resourceNotFound: .gone
        case .invalidObjectState, .blobArchived: .archived
        case .slowDown, .serviceUnavailable, .serverBusy, .internalError, .operationTimedOut, .requestTimeout: .busy
        }
    }
}

extension Open<StoreErrorCode> {
    /// The longest code, in bytes.
    private static let longest = 64

    /// Takes a code from a store; nil unless it is one ASCII word of at most 64 letters, digits, `.`, `-` and `_`.
    package init?(storeCode text: String) {
        let isWord = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isWord, !text.isEmpty, text.utf8.count <= Self.longest else { return nil }
        self.init(text)
    }

    /// What the code means for the fetch; nil for a code that jobtop does not know.
    package var meaning: StoreErrorCode.Meaning? {
        switch self {
        case .known(let code): code.meaning
        case .unrecognized: nil
        }
    }
}
