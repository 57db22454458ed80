import Dashboard
import Intuned
import Synchronization

/// The beginning of the body of a store's refusal, which contains the store's code.
final class StoreErrorBody: Sendable {
    /// The most bytes read of a body.
    static let limit = 16 << 10
    /// The time that a body may take after its first piece.
    private static let patience = Duration.seconds(5)

    private let state = Mutex<(bytes: [UInt8], start: ContinuousClock.Instant?)>(([], nil))

    /// Takes one piece of a body; returns false when no more is needed.
    func take(_ piece: UnsafeRawBufferPointer) -> Bool {
        state.withLock { state in
            let start = state.start ?? .now
            state.start = start
            state.bytes.append(contentsOf: piece.prefix(Self.limit - state.bytes.count))
            guard state.bytes.count < Self.limit, start.duration(to: .now) < Self.patience else { return false }
            return Self.code(in: state.bytes) == nil
        }
    }

    /// The code in the received bytes, or the one that Azure puts in a header; nil if there is none.
    func code(beside head: HTTPResponseHead) -> Open<StoreErrorCode>? {
        state.withLock { Self.code(in: $0.bytes) }
            ?? head.header("x-ms-error-code").flatMap { Open(storeCode: $0) }
    }

    /// The text of the first `Code` element, as written by S3, Google and Azure.
    private static func code(in bytes: [UInt8]) -> Open<StoreErrorCode>? {
        guard let opening = bytes.firstRange(of: Array("<Code>".utf8)),
            let closing = bytes[opening.upperBound...].firstRange(of: Array("</Code>".utf8))
        else { return nil }
        let text = bytes[opening.upperBound..<closing.lowerBound]
        return Open(storeCode: String(decoding: text.trimmingXMLSpace, as: UTF8.self))
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without white space around them (XML 1.0, section 2.3).
    fileprivate var trimmingXMLSpace: ArraySlice<UInt8> {
        let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
        let start = drop(while: isSpace)
        return start.prefix(start.lastIndex { !isSpace($0) }.map { $0 - start.startIndex + 1 } ?? 0)
    }
}
