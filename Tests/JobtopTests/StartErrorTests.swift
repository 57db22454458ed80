import Intuned
import NcursesTerminal
import Simulator
import Testing

@testable import jobtop

struct StartErrorTests {
    /// Every error, with the names that its sentence must contain.
    static let errors: [(StartError, names: [String])] = [
        (.missingKey, ["INTUNED_API_KEY", "--api-key-file", "--demo"]),
        (.keyFile(path: "/k", reason: "no such file"), ["/k", "no such file"]),
        (.keyIsNotOne(source: "INTUNED_API_KEY"), ["INTUNED_API_KEY"]),
        (
            .missing(name: "project", option: "--project", variable: "INTUNED_PROJECT", fileKey: "projectName"),
            ["INTUNED_PROJECT", "--project", "projectName", "Intuned.json"]
        ),
        (.intunedFile(path: "/a/Intuned.json", reason: "it cannot be read"), ["/a/Intuned.json"]),
        (.baseURL("x", reason: "it has no host"), ["INTUNED_API_BASE_URL", "--base-url"]),
        (.plainHTTP("example.com"), ["example.com", "--insecure-http"]),
        (.interval(0), ["--interval"]), (.theme("pink"), ["JOBTOP_THEME", "pink", "plain"]), (.speed(0), ["--speed"]),
        (.runWithoutDemo, ["--world", "--speed", "--demo"]),
        (.noTerminal(stream: "standard output"), ["standard output"]),
        (.terminal(.termNotSet), ["TERM"]), (.terminal(.unknownTerminal("odd")), ["TERM", "odd"]),
        (.terminal(.noTerminfo), ["TERMINFO"]), (.terminal(.cannotAddressCursor("dumb")), ["TERM", "dumb"]),
        (.terminal(.notOpen), []), (.terminal(.sizeNotUsable(columns: 65535, rows: 24)), ["65535x24", "stty"]),
        (.simulator(.portNotAvailable(80)), ["80", "--port"]), (.simulator(.speedOutOfRange(0)), ["--speed"]),
        (.simulator(.notStarted("no threads")), ["no threads"]),
        (.transport(.other(.noThread)), ["libcurl"]), (.noDescriptors, ["descriptors"]),
    ]

    @Test(arguments: errors) func everyErrorNamesItsCureInShortSentences(_ error: StartError, names: [String]) {
        let sentence = error.sentence
        #expect(sentence.hasSuffix("."))
        #expect(!sentence.hasSuffix(".."))
        #expect(!sentence.contains("\n"))
        for part in sentence.split(separator: ". ") { #expect(part.split(separator: " ").count <= 20, "\(part)") }
        #expect(names.filter { !sentence.contains($0) } == [])
    }
}
