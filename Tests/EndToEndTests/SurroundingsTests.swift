import Foundation
import Glibc
import Surroundings
import Testing

/// The settings of the machine affect neither the tests nor the programs that they start.
struct SurroundingsTests {
    private static let hostile = [
        "LC_ALL": "POSIX", "LC_CTYPE": "C", "LANGUAGE": "de", "TERM": "dumb", "TERMINFO": "/none", "TZ": "Asia/Kolkata",
        "http_proxy": "http://127.0.0.1:1", "HTTPS_PROXY": "http://127.0.0.1:1", "ALL_PROXY": "http://127.0.0.1:1",
        "NO_PROXY": "*", "INTUNED_API_KEY": "mine", "INTUNED_PROJECT": "mine", "CURL_CA_BUNDLE": "/none",
        "SSL_CERT_FILE": "/none", "SSL_CERT_DIR": "/none", "SSLKEYLOGFILE": "/dev/full", "NO_COLOR": "1", "COLUMNS": "1",
        "LINES": "1", "TMUX": "/none,1,0", "ENV": "/none", "BASH_ENV": "/none",
    ]

    @Test func hostileVariablesAreReplaced() async {
        await #expect(processExitsWith: .success) {
            let before = ProcessInfo.processInfo.environment
            try #require(before["LANG"] == "C.UTF-8" && before["INTUNED_API_KEY"] == nil)
            for (name, value) in Self.hostile { setenv(name, value, 1) }
            umask(0o077)
            bring_surroundings()
            #expect(ProcessInfo.processInfo.environment == before)
            #expect(umask(0) == 0o022)
        }
    }

    @Test func programsOfTheTestsDrawAllCharacters() throws {
        let ended = try ShellCommand.run("env", [])
        let names = Set(ended.output.split(separator: "\n").map { $0.prefix { $0 != "=" } })
        #expect(names.isSuperset(of: ["HOME", "LANG", "PATH", "SHELL", "TERM", "TZ"]))
        #expect(names.isDisjoint(with: Self.hostile.keys.filter { !["TERM", "TZ"].contains($0) }.map { $0[...] }))
        #expect(ended.output.contains("LANG=C.UTF-8\n"))
    }
}
