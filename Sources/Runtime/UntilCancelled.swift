/// Waits for an operation until the Task is canceled, then returns nil while the operation continues to its end.
///
/// For operations that do not react to cancellation, such as decoding a large answer, which takes seconds.
func untilCancelled<Value: Sendable>(_ operation: @escaping @Sendable () async -> Value) async -> Value? {
    let (values, value) = AsyncStream<Value>.makeStream()
    let work = Task {
        value.yield(await operation())
        value.finish()
    }
    return await withTaskCancellationHandler {
        // A stream ends for a waiting Task when the Task is canceled.
        for await value in values { return value }
        return nil
    } onCancel: {
        work.cancel()
    }
}
