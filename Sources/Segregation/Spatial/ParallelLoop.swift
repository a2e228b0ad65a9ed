internal import Dispatch
internal import Synchronization

/// Hands numbered pieces of work out to threads, each as soon as it is free.
///
/// Pieces must write places of their own only; then neither the number of threads nor their speed changes a
/// result.
enum ParallelLoop {
    static func run<Memory>(
        _ count: Int, threads: Int, memory: () -> Memory, _ body: (inout Memory, Int) -> Void
    ) {
        let workers = max(1, min(threads, count))
        let next = Atomic<Int>(0)
        withoutActuallyEscaping(memory) { memory in
            withoutActuallyEscaping(body) { body in
                // The closures outlive no call, and every thread has memory of its own.
                nonisolated(unsafe) let memory = memory
                nonisolated(unsafe) let body = body
                DispatchQueue.concurrentPerform(iterations: workers) { _ in
                    var own = memory()
                    while true {
                        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard piece < count else { return }
                        body(&own, piece)
                    }
                }
            }
        }
    }
}

extension ParallelLoop {
    /// One result per piece, in order.
    static func map<Memory, Result>(
        _ count: Int, threads: Int, memory: () -> Memory, _ body: (inout Memory, Int) -> Result
    ) -> [Result] {
        Array(unsafeUninitializedCapacity: count) { results, initialised in
            // Every piece writes a place of its own, and all are done before the pointer is handed back.
            nonisolated(unsafe) let places = results
            run(count, threads: threads, memory: memory) { own, piece in
                places.initializeElement(at: piece, to: body(&own, piece))
            }
            initialised = count
        }
    }
}
