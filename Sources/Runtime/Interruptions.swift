import Synchronization

/// The state of interrupted fetches, from which the next fetch of the same run continues.
final class Interruptions: Sendable {
    private let known = Mutex<[String: Interruption]>([:])

    /// Stores the state of the partial file for a target.
    func keep(_ interruption: Interruption, of target: String) { known.withLock { $0[target] = interruption } }

    /// Returns and removes the stored state of a target.
    func take(_ target: String) -> Interruption? { known.withLock { $0.removeValue(forKey: target) } }
}

/// The progress of an interrupted fetch, and which object it was fetching.
struct Interruption {
    /// What the store reported about the object.
    var resumption: Resumption
    /// Bytes on disk.
    var written: Int
    /// The object's key, as the platform reported it.
    var key: String?
    /// The object's size, as the platform reported it.
    var size: Double?
}
