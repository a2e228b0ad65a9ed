internal import Dispatch

extension Int {
    /// The values of a function at 0 ..< self, worked out on all processors; their order is that of the numbers.
    func computedSideBySide<Value: Sendable>(_ value: @Sendable (Int) -> Value) -> [Value] {
        guard self > 1 else { return (0..<self).map(value) }
        return [Value](unsafeUninitializedCapacity: self) { buffer, count in
            // Every iteration initialises the place of its own number only, and all are done before the buffer is
            // handed back.
            nonisolated(unsafe) let buffer = buffer
            DispatchQueue.concurrentPerform(iterations: self) { number in
                buffer.initializeElement(at: number, to: value(number))
            }
            count = self
        }
    }
}
