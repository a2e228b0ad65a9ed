/// A value in memory of its own, for what many small steps of a run change: reading or writing a stored property of a
/// class costs a check of exclusive access each time, which a run that belongs to one task does not need.
final class Cell<Value> {
    let base: UnsafeMutablePointer<Value>

    init(_ value: Value) {
        base = .allocate(capacity: 1)
        base.initialize(to: value)
    }

    deinit {
        base.deinitialize(count: 1)
        base.deallocate()
    }
}
