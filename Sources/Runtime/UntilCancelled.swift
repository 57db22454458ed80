/// Waits for an operation until the Task is cancelled, and then no longer: gives nil, while the operation goes on to its end.
///
/// For what does not heed a cancelling, as the decoding of a large answer, which takes seconds.
func untilCancelled<Value: Sendable>(_ operation: @escaping @Sendable () async -> Value) async -> Value? {
    let (values, value) = AsyncStream<Value>.makeStream()
    let work = Task {
        value.yield(await operation())
        value.finish()
    }
    return await withTaskCancellationHandler {
        // A stream ends for the Task that waits for it when that is cancelled.
        for await value in values { return value }
        return nil
    } onCancel: {
        work.cancel()
    }
}
