/// Columns of numbers over the units in the order of the blocks, in strips of four columns.
struct ColumnPanel {
    let strips: Int
    /// Places in the order, filled up with zeros to whole blocks.
    let places: Int
    /// Strip after strip, then place after place, then the four columns.
    private(set) var values: [Double]

    /// A panel of zeros.
    init(_ blocks: PlaceBlocks, columns: Int) {
        strips = (columns + 3) / 4
        places = blocks.count * PlaceBlocks.size
        values = [Double](repeating: 0, count: strips * places * 4)
    }

    /// A panel of columns in the order of the blocks.
    init(_ blocks: PlaceBlocks, _ columns: [[Double]]) {
        self.init(blocks, columns: columns.count)
        for (column, numbers) in columns.enumerated() {
            for (place, number) in numbers.enumerated() { self[column, place] = number }
        }
    }

    /// As many zeros.
    func cleared() -> ColumnPanel {
        var panel = self
        panel.values = [Double](repeating: 0, count: values.count)
        return panel
    }

    mutating func withUnsafeMutableValues(_ body: (UnsafeMutableBufferPointer<Double>) -> Void) {
        values.withUnsafeMutableBufferPointer { body($0) }
    }

    subscript(column: Int, place: Int) -> Double {
        get { values[((column >> 2) * places + place) << 2 | column & 3] }
        set { values[((column >> 2) * places + place) << 2 | column & 3] = newValue }
    }
}
