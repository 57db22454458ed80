import CMalloc
import FoundationEssentials
import Glibc

let words = Array(CommandLine.arguments.dropFirst())
guard words.count <= 2, let polls = Int(words.first ?? "2000"), let seed = UInt64(words.dropFirst().first ?? "1"), polls > 0
else {
    print("usage: soak [POLLS [SEED]]")
    exit(2)
}
// The same setting as in the program.
mallopt(M_ARENA_MAX, 1)
let soak = try await Soak(polls: polls, seed: seed)
let findings = try await soak.run()
for finding in findings { print("FAILED: \(finding)") }
exit(findings.isEmpty ? 0 : 1)
