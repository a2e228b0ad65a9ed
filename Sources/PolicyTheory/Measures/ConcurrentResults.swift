internal import Dispatch
internal import Synchronization

/// The results of independent pieces of work, in their order; the cores of the machine share the work. Every result
/// depends on its place only, so neither the number of cores nor the order of the work changes anything.
func concurrentResults<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { place in
        let result = work(place)
        results.withLock { $0[place] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
}
