import Fuzzing
import Glibc

guard CommandLine.arguments.count > 1, let target = FuzzTarget(rawValue: CommandLine.arguments[1]) else {
    print("usage: fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) [OPTIONS OF LIBFUZZER] [FOLDERS]")
    exit(2)
}
// libFuzzer treats the first word as the program's name.
var count = CommandLine.argc - 1
var words = CommandLine.unsafeArgv + 1
exit(runFuzzer(&count, &words, target.oneInput))
