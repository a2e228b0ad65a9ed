/// A table that loops read and write without checks: memory of its own, for the life of its owner.
final class FlatTable<Element: BitwiseCopyable> {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ elements: [Element]) {
        count = elements.count
        base = .allocate(capacity: max(1, count))
        elements.withUnsafeBufferPointer { buffer in
            if let source = buffer.baseAddress { base.initialize(from: source, count: buffer.count) }
        }
    }

    deinit { base.deallocate() }

    @inline(__always) subscript(place: Int) -> Element {
        get { base[place] }
        set { base[place] = newValue }
    }

    /// Takes over as many elements as the table has.
    func write(_ elements: [Element]) {
        precondition(elements.count == count, "a table keeps its size")
        elements.withUnsafeBufferPointer { buffer in
            if let source = buffer.baseAddress { base.update(from: source, count: count) }
        }
    }

    /// Sets every element.
    func fill(_ element: Element) { base.update(repeating: element, count: count) }

    /// The elements as a value.
    var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
