import Synchronization

/// What is known of fetches that were given up, so that the next one of the same run goes on from there.
final class Interruptions: Sendable {
    private let known = Mutex<[String: Interruption]>([:])

    /// Keeps what is known of the partial file for a target.
    func keep(_ interruption: Interruption, of target: String) { known.withLock { $0[target] = interruption } }

    /// Hands out what is known of a target, once.
    func take(_ target: String) -> Interruption? { known.withLock { $0.removeValue(forKey: target) } }
}

/// How far a fetch had come when it was given up, and of which object.
struct Interruption {
    /// What the store had said of the object.
    var resumption: Resumption
    /// Bytes on disk.
    var written: Int
    /// The object's key, as the platform gave it.
    var key: String?
    /// The object's size, as the platform gave it.
    var size: Double?
}
