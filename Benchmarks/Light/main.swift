import FoundationEssentials
import Glibc

// light-bench PROGRAMS PYTHON DOCUMENT [SECONDS]: measures jobtop and its alternatives from outside, prints the tables and writes
// them into the document, between its marks. PROGRAMS is the folder of the built programs, PYTHON has the official SDK and rich,
// SECONDS is the length of each observation.

// light-bench echo: the floor that the figures of a program in a terminal are compared with.

if CommandLine.arguments.dropFirst() == ["echo"] {
    Echo.run()
    exit(0)
}

guard CommandLine.arguments.count > 3 else {
    print("usage: light-bench PROGRAMS PYTHON DOCUMENT [SECONDS]")
    exit(2)
}

/// Says on the side what is measured now.
func say(_ text: String) {
    let line = Array("light-bench: \(text)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
}

let (programs, python, path) = (CommandLine.arguments[1], CommandLine.arguments[2], CommandLine.arguments[3])
let home = "/tmp/jobtop-light-bench-\(getpid())"
mkdir(home, 0o700)
defer { try? FileManager.default.removeItem(atPath: home) }

let alternatives = Alternatives(
    jobtop: "\(programs)/jobtop", python: python, script: "Benchmarks/Light/sdk.py", own: "\(programs)/light-bench")
let measurements = try await Measurements.made(
    alternatives: alternatives, programs: programs, home: home,
    seconds: CommandLine.arguments.dropFirst(4).first.flatMap { Double($0) } ?? 60)

let figures = Document.figures(measurements)
print(figures)
guard Document.write(figures, into: path) else {
    say("\(path) has no marks to write between")
    exit(1)
}
