#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes the stream that <doc:StreamFormat> describes to standard output. Nothing else writes there.
struct FrameWriter: ~Copyable {
    /// A frame's first byte.
    enum Kind: UInt8 {
        case layer = 0x4C  // L
        case rows = 0x52  // R
        case adjacency = 0x41  // A
        case mended = 0x4D  // M
        case failure = 0x58  // X
        case end = 0x45  // E
    }

    private var out: [UInt8] = []
    private var batch: [UInt8] = []
    private var batchRows: UInt32 = 0

    /// Starts the stream with its mark.
    init() {
        out.reserveCapacity(1 << 17)
        batch.reserveCapacity(1 << 17)
        out.append(contentsOf: Array("MPR1".utf8))
    }

    /// What is told of a layer before its rows.
    struct Layer {
        var name: String
        /// The character set that was found, "" where the format fixes it.
        var encoding = ""
        /// The coordinate system as found, "" when the file does not say.
        var crs = ""
        var hasShapes = false
        /// How many rows will follow, -1 when that is not known beforehand.
        var rowCount = -1
        var fields: [String] = []
    }

    /// Announces a layer.
    mutating func layer(_ layer: Layer) {
        flushRows()
        var body: [UInt8] = []
        Self.put(layer.name, into: &body)
        Self.put(layer.encoding, into: &body)
        Self.put(layer.crs, into: &body)
        body.append(layer.hasShapes ? 1 : 0)
        Self.put(UInt64(bitPattern: Int64(layer.rowCount)), into: &body)
        Self.put(UInt32(layer.fields.count), into: &body)
        for field in layer.fields { Self.put(field, into: &body) }
        frame(.layer, body)
    }

    /// Adds one cell to the row being written: bytes, or nil where the file has nothing.
    mutating func cell(_ bytes: UnsafeBufferPointer<UInt8>?) {
        guard let bytes else { return Self.put(UInt32.max, into: &batch) }
        Self.put(UInt32(bytes.count), into: &batch)
        batch.append(contentsOf: bytes)
    }

    /// Ends the row being written.
    mutating func endRow() {
        batchRows += 1
        if batch.count >= 1 << 16 { flushRows() }
    }

    /// Pairs of touching rows, numbered within the layer, with metres of shared boundary.
    mutating func adjacency(_ pairs: [(Int, Int, Double)]) {
        flushRows()
        var body: [UInt8] = []
        Self.put(UInt32(pairs.count), into: &body)
        for (first, second, metres) in pairs {
            Self.put(UInt32(first), into: &body)
            Self.put(UInt32(second), into: &body)
            Self.put(metres.bitPattern, into: &body)
        }
        frame(.adjacency, body)
    }

    /// How many shapes of the layer were rebuilt because they touched themselves.
    mutating func mended(_ count: Int) {
        flushRows()
        var body: [UInt8] = []
        Self.put(UInt32(count), into: &body)
        frame(.mended, body)
    }

    /// Ends the stream with a failure.
    mutating func fail(_ failure: ReadFailure) {
        batch.removeAll()
        batchRows = 0
        var body: [UInt8] = []
        Self.put(failure.code.rawValue, into: &body)
        Self.put(UInt64(bitPattern: Int64(failure.row)), into: &body)
        Self.put(failure.detail, into: &body)
        frame(.failure, body)
        flush()
    }

    /// Ends the stream well.
    mutating func end() {
        flushRows()
        frame(.end, [])
        flush()
    }

    private mutating func flushRows() {
        guard batchRows > 0 else { return }
        out.append(Kind.rows.rawValue)
        Self.put(UInt32(batch.count + 4), into: &out)
        Self.put(batchRows, into: &out)
        out.append(contentsOf: batch)
        batch.removeAll(keepingCapacity: true)
        batchRows = 0
        flush()
    }

    private mutating func frame(_ kind: Kind, _ body: [UInt8]) {
        out.append(kind.rawValue)
        Self.put(UInt32(body.count), into: &out)
        out.append(contentsOf: body)
        if out.count >= 1 << 16 { flush() }
    }

    /// Blocks while the pipe is full: that is the back-pressure. A reader that has gone ends this process.
    private mutating func flush() {
        out.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = write(1, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                if count > 0 { done += count } else if errno != EINTR { exit(3) }
            }
        }
        out.removeAll(keepingCapacity: true)
    }

    private static func put(_ value: some FixedWidthInteger, into body: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { body.append(contentsOf: $0) }
    }

    private static func put(_ text: String, into body: inout [UInt8]) {
        let bytes = Array(text.utf8)
        put(UInt32(bytes.count), into: &body)
        body.append(contentsOf: bytes)
    }
}
