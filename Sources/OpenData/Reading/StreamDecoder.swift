/// Turns the stream of `mengpaneel-read` into tables, piece by piece as it arrives.
struct StreamDecoder {
    /// The layers so far.
    private(set) var tables: [ForeignTable] = []
    /// What the reader says went wrong.
    private(set) var failure: (code: String, row: Int?, detail: String)?
    /// Whether the stream came to its end.
    private(set) var isComplete = false

    private var pending: [UInt8] = []
    private var sawMark = false
    private static let mark = Array("MPR1".utf8)

    /// The stream is not in its format.
    struct Malformed: Error {}

    /// Takes in the next piece.
    mutating func take(_ piece: UnsafeRawBufferPointer) throws(Malformed) {
        pending.append(contentsOf: piece)
        var position = 0
        if !sawMark {
            guard pending.count >= 4 else { return }
            guard pending.starts(with: Self.mark) else { throw Malformed() }
            sawMark = true
            position = 4
        }
        while pending.count - position >= 5 {
            let length = Int(Self.number(UInt32.self, in: pending, at: position + 1))
            guard pending.count - position - 5 >= length else { break }
            var body = Cursor(bytes: pending[(position + 5)..<(position + 5 + length)])
            try takeFrame(pending[position], &body)
            position += 5 + length
        }
        pending.removeFirst(position)
    }

    private mutating func takeFrame(_ kind: UInt8, _ body: inout Cursor) throws(Malformed) {
        switch kind {
        case UInt8(ascii: "L"): try takeLayer(&body)
        case UInt8(ascii: "R"): try takeRows(&body)
        case UInt8(ascii: "A"):
            guard !tables.isEmpty else { throw Malformed() }
            for _ in 0..<(try body.integer(UInt32.self)) {
                let first = Int(try body.integer(UInt32.self))
                let second = Int(try body.integer(UInt32.self))
                let metres = Double(bitPattern: try body.integer(UInt64.self))
                tables[tables.count - 1].contacts.append((first, second, metres))
            }
        case UInt8(ascii: "M"):
            guard !tables.isEmpty else { throw Malformed() }
            tables[tables.count - 1].mendedShapes = Int(try body.integer(UInt32.self))
        case UInt8(ascii: "X"):
            let code = try body.text()
            let row = Int64(bitPattern: try body.integer(UInt64.self))
            failure = (code, row < 0 ? nil : Int(row), try body.text())
            isComplete = true
        case UInt8(ascii: "E"): isComplete = true
        default: throw Malformed()
        }
    }

    private mutating func takeLayer(_ body: inout Cursor) throws(Malformed) {
        let name = try body.text()
        let encoding = try body.text()
        let system = try body.text()
        let hasShapes = try body.integer(UInt8.self) == 1
        _ = try body.integer(UInt64.self)
        var fields: [String] = []
        for _ in 0..<(try body.integer(UInt32.self)) { fields.append(try body.text()) }
        tables.append(
            ForeignTable(
                name: name, encoding: encoding, coordinateSystem: system, fields: fields, hasShapes: hasShapes
            ))
    }

    private mutating func takeRows(_ body: inout Cursor) throws(Malformed) {
        // The table is taken out while it grows, so that appending does not copy it.
        guard var table = tables.popLast() else { throw Malformed() }
        let rows = try body.integer(UInt32.self)
        for _ in 0..<rows {
            for _ in table.fields.indices { table.append(try body.blob()) }
            if table.hasShapes { table.append(shape: try body.blob().map(Array.init)) }
            table.endRow()
        }
        tables.append(table)
    }

    private static func number<Number: FixedWidthInteger>(
        _ type: Number.Type, in bytes: some RandomAccessCollection<UInt8>, at offset: Int
    ) -> Number {
        let start = bytes.index(bytes.startIndex, offsetBy: offset)
        return bytes[start...].prefix(MemoryLayout<Number>.size).reversed().reduce(0) { $0 << 8 | Number($1) }
    }

    /// A place in a frame.
    private struct Cursor {
        var bytes: ArraySlice<UInt8>

        mutating func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws(Malformed) -> Number {
            let size = MemoryLayout<Number>.size
            guard bytes.count >= size else { throw Malformed() }
            var result: Number = 0
            for offset in stride(from: size - 1, through: 0, by: -1) {
                result =
                    (size > 1 ? result << 8 : 0)
                    | Number(truncatingIfNeeded: bytes[bytes.startIndex + offset])
            }
            bytes = bytes.dropFirst(size)
            return result
        }

        mutating func blob() throws(Malformed) -> ArraySlice<UInt8>? {
            let length = try integer(UInt32.self)
            if length == UInt32.max { return nil }
            guard bytes.count >= Int(length) else { throw Malformed() }
            defer { bytes = bytes.dropFirst(Int(length)) }
            return bytes.prefix(Int(length))
        }

        mutating func text() throws(Malformed) -> String {
            String(decoding: try blob() ?? [], as: UTF8.self)
        }
    }
}
