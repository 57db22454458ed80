package import Intuned

/// Runs further down a list than the rows that are loaded from its top: pieces around the places that were looked at.
///
/// Places are counted from the newest run, which is 0. They are as true as the platform's count: when runs start, all places move.
package struct FarRuns: Hashable, Sendable {
    /// Neighboring runs.
    package struct Piece: Hashable, Sendable {
        /// The place of its first run.
        package fileprivate(set) var place: Int
        /// The runs, newest first; never empty.
        package fileprivate(set) var runs: [JobRun]

        /// The place after its last run.
        package var end: Int { place + runs.count }
    }

    /// The most runs that are kept, all pieces together.
    package static let most = 5000

    /// The pieces, in the order of the list; they do not touch each other.
    package private(set) var pieces: [Piece] = []

    /// Whether nothing is loaded further down.
    package var isEmpty: Bool { pieces.isEmpty }

    /// Adds the runs of a page, joins what touches, and drops the pieces that are farthest from it beyond the bound.
    mutating func add(_ rows: [JobRun], at place: Int) {
        guard !rows.isEmpty else { return }
        var joined = Piece(place: place, runs: rows)
        var apart: [Piece] = []
        for piece in pieces {
            if let both = Self.joined(joined, piece) { joined = both } else { apart.append(piece) }
        }
        pieces = (apart + [joined]).sorted { $0.place < $1.place }
        trim(near: place)
    }

    /// Moves all places, because this many runs have started, or were deleted if it is negative.
    mutating func shift(by count: Int) {
        guard count != 0 else { return }
        for index in pieces.indices { pieces[index].place = max(0, pieces[index].place + count) }
    }

    /// Updates runs that are here.
    mutating func update(_ rows: [JobRun]) {
        guard !pieces.isEmpty else { return }
        let new = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
        for piece in pieces.indices {
            for index in pieces[piece].runs.indices {
                guard let row = new[pieces[piece].runs[index].id], row != pieces[piece].runs[index] else { continue }
                pieces[piece].runs[index] = row
            }
        }
    }

    /// Removes the run with this id.
    mutating func remove(_ id: String) {
        for index in pieces.indices { pieces[index].runs.removeAll { $0.id == id } }
        pieces.removeAll { $0.runs.isEmpty }
    }

    /// The run with this id.
    func run(_ id: String) -> JobRun? { pieces.lazy.compactMap { $0.runs.first { $0.id == id } }.first }

    /// Takes out the first piece if the rows from the top have reached it.
    ///
    /// - Parameters:
    ///   - count: how many rows are loaded from the top.
    ///   - isKnown: whether a run is among them.
    mutating func takeFirst(reachedBy count: Int, isKnown: (String) -> Bool) -> [JobRun]? {
        guard let first = pieces.first, first.place <= count || first.runs.contains(where: { isKnown($0.id) }) else { return nil }
        pieces.removeFirst()
        return first.runs.filter { !isKnown($0.id) }
    }

    /// Both pieces as one, if they share a run or touch.
    private static func joined(_ one: Piece, _ other: Piece) -> Piece? {
        let (first, second) = one.place <= other.place ? (one, other) : (other, one)
        let known = Set(first.runs.map(\.id))
        let rest = second.runs.filter { !known.contains($0.id) }
        guard first.end >= second.place || rest.count < second.runs.count else { return nil }
        return Piece(place: first.place, runs: first.runs + rest)
    }

    private mutating func trim(near place: Int) {
        func distance(_ piece: Piece) -> Int { piece.place <= place && place < piece.end ? 0 : abs(piece.place - place) }
        while pieces.count > 1, pieces.reduce(0, { $0 + $1.runs.count }) > Self.most {
            guard let farthest = pieces.indices.max(by: { distance(pieces[$0]) < distance(pieces[$1]) }) else { return }
            pieces.remove(at: farthest)
        }
        // One long piece keeps what lies around the page.
        guard pieces.count == 1, pieces[0].runs.count > Self.most else { return }
        let start = max(0, min(place - pieces[0].place - Self.most / 2, pieces[0].runs.count - Self.most))
        pieces[0] = Piece(place: pieces[0].place + start, runs: Array(pieces[0].runs[start..<(start + Self.most)]))
    }
}
