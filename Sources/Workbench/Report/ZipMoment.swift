/// One moment for all parts of a packed file. Converters write the clock of the machine there, and the same report would
/// get other bytes every time.
enum ZipMoment {
    /// The same file with the first of January 1980, the zero of the format, as the moment of every part; as it was where it
    /// is no packed file of the plain kind.
    static func cleared(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        guard let end = endOfDirectory(bytes) else { return bytes }
        var place = number(bytes, end + 16, 4)
        for _ in 0..<number(bytes, end + 10, 2) {
            guard place + 46 <= bytes.count, number(bytes, place, 4) == 0x0201_4B50 else { return bytes }
            let header = number(bytes, place + 42, 4)
            guard header + 30 <= bytes.count, number(bytes, header, 4) == 0x0403_4B50 else { return bytes }
            set(&bytes, place + 12)
            set(&bytes, header + 10)
            place +=
                46 + number(bytes, place + 28, 2) + number(bytes, place + 30, 2)
                + number(bytes, place + 32, 2)
        }
        return bytes
    }

    /// Where the last record begins; it stands at the end, before a comment of at most 65,535 bytes.
    private static func endOfDirectory(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        let first = max(0, bytes.count - 22 - 65_535)
        return (first...bytes.count - 22).last { number(bytes, $0, 4) == 0x0605_4B50 }
    }

    private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }

    /// Time 00:00:00, then day 1 of month 1 of year 0.
    private static func set(_ bytes: inout [UInt8], _ place: Int) {
        for (offset, byte) in ([0, 0, 0x21, 0] as [UInt8]).enumerated() { bytes[place + offset] = byte }
    }
}
