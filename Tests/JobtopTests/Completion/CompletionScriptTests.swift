import ArgumentParser
import Testing

@testable import jobtop

/// Scripts that offer jobs and runs where a command may stand, too.
struct CompletionScriptTests {
    @Test(arguments: [(CompletionShell.bash, 1), (.zsh, 2), (.fish, 1)]) func everyShellOffersJobs(
        shell: CompletionShell, count: Int
    ) {
        let script = CommandTree.completionScript(for: shell)
        let places = CompletionScript.additions.filter { script.contains($0.after) }
        #expect(places.count == count)
        var rest = CompletionScript.offeringJobs(script)
        for place in places {
            let added = rest.firstRange(of: place.after + place.text)
            #expect(added != nil, "\(place.after)")
            if let added { rest.replaceSubrange(added, with: place.after) }
        }
        #expect(rest == script)
    }
}
