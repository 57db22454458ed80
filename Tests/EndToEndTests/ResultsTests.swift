import Foundation
import Testing

/// From a failed run to the item that failed, without leaving the terminal.
@Suite(.serialized) struct ResultsTests {
    @Test func aStrangerFindsOutWhyItemsFailed() throws {
        let terminal = try Terminal(running: "\(Jobtop.path) --demo --world failing")
        terminal.expect("blocked-by-site")
        terminal.press("/")
        terminal.type("blocked")
        terminal.press("Enter")
        terminal.expect("“blocked” shows 1")
        terminal.press("Enter")
        terminal.expect("STATUS")
        terminal.expect("Enter opens")
        terminal.press("Enter")
        terminal.expect("read results")
        terminal.press("f")
        terminal.expect("Results are in")
        terminal.press("Enter")
        terminal.expect("As many as the run counts.")
        terminal.press("a")
        terminal.expect("shown: failed")
        terminal.press("e")
        terminal.expect("kinds of failure among")
        terminal.press("Enter")
        terminal.expect("shown: failures like")
        terminal.expect("the rows of the group are there") { $0.contains("×") }
        terminal.press("Enter")
        terminal.expect("$.apiInfo.error")
        terminal.expect("attempts_count")
        terminal.press("Escape", "w")
        terminal.expect("written to")
        terminal.press("Escape", "Escape", "Escape")
        terminal.expect("Tab pane")
        terminal.press("q")
    }
}
