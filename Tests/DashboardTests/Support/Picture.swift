import Dashboard
import FoundationEssentials
import Glibc
import Testing
import TextScreen

/// Compares a screen with its picture in `Pictures/`.
///
/// RECORD_PICTURES=1 writes the picture and fails, so that nobody records by accident.
func expectPicture(_ state: State, named name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Pictures")
    let file = folder.appending(path: "\(name).txt")
    let drawn = draw(state).picture
    if getenv("RECORD_PICTURES") != nil {
        try? Data(drawn.utf8).write(to: file)
        Issue.record("recorded \(name); look at it, then run without RECORD_PICTURES", sourceLocation: sourceLocation)
        return
    }
    let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? "no picture named \(name) is recorded"
    #expect(drawn == kept, "the screen is not its picture \(name)", sourceLocation: sourceLocation)
}
