import Dispatch
import Fuzzing

/// The function that libFuzzer calls with each input.
typealias OneInput = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

/// libFuzzer's main function (FuzzerInterface.h of LLVM's compiler-rt), which tries the requested number of inputs.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>, _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ oneInput: OneInput
) -> CInt

extension FuzzTarget {
    /// The C function of this target; C functions capture nothing, so each target has its own.
    var oneInput: OneInput {
        switch self {
        case .answers: { FuzzTarget.answers.take($0, $1) }
        case .texts: { FuzzTarget.texts.take($0, $1) }
        case .results: { FuzzTarget.results.take($0, $1) }
        case .rows: { FuzzTarget.rows.take($0, $1) }
        }
    }

    /// Runs one input; ends the process on a broken promise, as on a crash, so that libFuzzer keeps the input.
    private func take(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        let input = Array(UnsafeBufferPointer(start: bytes, count: count))
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            if let broken = await verdict(on: input).broken { fatalError(broken) }
            done.signal()
        }
        done.wait()
        return 0
    }
}
