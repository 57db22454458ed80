import Foundation
import Testing

/// The manual page and the completion scripts, read by the programs they are for; a program that is not installed skips its test.
@Suite struct ManualPageTests {
    private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/jobtop.1").path

    private static func isInstalled(_ program: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)")
    }

    @Test(.enabled(if: isInstalled("mandoc"), "mandoc is not installed")) func mandocHasNoComplaint() throws {
        let ended = try ShellCommand.run("mandoc", ["-T", "lint", Self.page])
        #expect(ended.status == 0)
        #expect(ended.output + ended.errors == "")
    }

    @Test(.enabled(if: isInstalled("man") && isInstalled("groff"), "man or groff is not installed"))
    func manHasNoWarning() throws {
        let environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "MANROFFSEQ": ""]
        let ended = try ShellCommand.run(
            "man", ["--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", Self.page], environment: environment)
        #expect(ended.status == 0)
        #expect(ended.errors == "")
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func shellReadsItsCompletions(shell: String) throws {
        let script = try ShellCommand.run(Jobtop.path, ["--generate-completion-script", shell])
        #expect(script.status == 0)
        for word in ["doctor", "simulate", "open", "api-key-file", "troubles"] { #expect(script.output.contains(word)) }
        guard Self.isInstalled(shell) else { return }
        let ended = try ShellCommand.run(shell, ["-n", "-c", script.output])
        #expect(ended.errors == "")
    }

    @Test(.enabled(if: isInstalled("bash"))) func bashCompletesWhatACommandTakes() throws {
        let script = try ShellCommand.run(Jobtop.path, ["--generate-completion-script", "bash"]).output
        let complete = """
            COMP_WORDS=(jobtop simulate --wo) COMP_CWORD=2 COMP_LINE='jobtop simulate --wo' COMP_POINT=20
            _jobtop jobtop --wo simulate; echo "${COMPREPLY[*]}"
            """
        #expect(try ShellCommand.run("bash", ["-c", "\(script)\n\(complete)"]).output == "--world\n")
    }
}
