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
        // The bytes are moved out while they are read, so that reading them and growing a table do not copy them.
        let bytes = pending
        pending = []
        var position = 0
        if !sawMark {
            guard bytes.count >= 4 else {
                pending = bytes
                return
            }
            guard bytes.starts(with: Self.mark) else { throw Malformed() }
            sawMark = true
            position = 4
        }
        let start = position
        position = try bytes.withUnsafeBytes { buffer in
            Result { () throws(Malformed) in try takeFrames(buffer, from: start) }
        }.get()
        pending = position == 0 ? bytes : Array(bytes[position...])
    }

    /// Reads the frames that are whole, and returns where the first that is not begins.
    private mutating func takeFrames(_ buffer: UnsafeRawBufferPointer, from start: Int) throws(Malformed)
        -> Int
    {
        var position = start
        while buffer.count - position >= 5 {
            let length = Int(
                UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: position + 1, as: UInt32.self)))
            guard buffer.count - position - 5 >= length else { break }
            var body = Cursor(
                bytes: UnsafeRawBufferPointer(rebasing: buffer[(position + 5)..<(position + 5 + length)]))
            try takeFrame(buffer[position], &body)
            position += 5 + length
        }
        return position
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
        let width = table.fields.count
        // A row takes at least four bytes for each cell and shape, so that a number of rows alone cannot ask for time.
        let smallest = (width + (table.hasShapes ? 1 : 0)) * 4
        guard smallest > 0 || rows == 0, Int(rows) * smallest <= body.left else { throw Malformed() }
        for _ in 0..<rows {
            for _ in 0..<width { table.append(try body.blob()) }
            if table.hasShapes { table.append(shape: try body.blob().map(Array.init)) }
            table.endRow()
        }
        tables.append(table)
    }

    /// A place in a frame. It lives only while the frame's bytes are lent to ``take(_:)``; every read is checked
    /// against their end.
    private struct Cursor {
        let bytes: UnsafeRawBufferPointer
        var position = 0

        init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

        /// How many bytes are left.
        var left: Int { bytes.count - position }

        mutating func integer<Number: FixedWidthInteger & BitwiseCopyable>(
            _ type: Number.Type
        ) throws(Malformed) -> Number {
            guard bytes.count - position >= MemoryLayout<Number>.size else { throw Malformed() }
            defer { position += MemoryLayout<Number>.size }
            return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: Number.self))
        }

        mutating func blob() throws(Malformed) -> UnsafeRawBufferPointer? {
            let length = try integer(UInt32.self)
            if length == UInt32.max { return nil }
            guard bytes.count - position >= Int(length) else { throw Malformed() }
            defer { position += Int(length) }
            return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + Int(length))])
        }

        mutating func text() throws(Malformed) -> String {
            try blob().map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
    }
}
