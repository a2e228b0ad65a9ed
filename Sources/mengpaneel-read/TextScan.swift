import Foundation

/// One pass over a text table before GDAL reads it: character set, separator, quotes, and whether every record has
/// as many cells as the header. GDAL pads or drops cells silently; here a damaged row is a clear message.
struct TextScan {
    private(set) var bytes: [UInt8]
    private(set) var encoding: String
    private(set) var recordCount = 0

    private static let quote = UInt8(ascii: "\"")
    private static let candidates = [";", "\t", "|", ","].map { $0.utf8.first ?? 0 }

    /// Decodes `raw` to UTF-8 without byte order mark.
    init(decoding raw: [UInt8]) throws(ReadFailure) {
        if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
            throw ReadFailure(.encoding, "UTF-16")
        }
        let hasNull = raw.withUnsafeBytes { raw in
            raw.baseAddress.map { memchr($0, 0, raw.count) != nil } ?? false
        }
        if hasNull { throw ReadFailure(.binary) }
        let body = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
        if body.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
            throw ReadFailure(.empty)
        }
        if Self.isUTF8(body) {
            bytes = body
            encoding = "UTF-8"
        } else {
            // A file that is mostly UTF-8 is damaged, not old: read as Windows-1252 its names would become nonsense.
            let looksMixed = zip(body, body.dropFirst()).contains { $0 == 0xC3 && (0x80...0xBF).contains($1) }
            if looksMixed { throw ReadFailure(.encoding, "UTF-8 + ?") }
            bytes = Windows1252.decode(body)
            encoding = "Windows-1252"
        }
        let controls = bytes.prefix(1 << 16).count { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        if controls > 8 { throw ReadFailure(.binary) }
    }

    /// Checks the table and writes its header so that GDAL cannot mistake the separator: every name in quotes.
    mutating func prepareTable() throws(ReadFailure) {
        let (header, bodyStart) = try headerRecord()
        let separator = Self.separator(of: header)
        let names = Self.cells(of: header, separator: separator)
        try checkRecords(from: bodyStart, separator: separator, width: names.count)
        var quoted: [UInt8] = []
        for (index, name) in names.enumerated() {
            if index > 0 { quoted.append(separator) }
            quoted.append(Self.quote)
            for byte in name { quoted.append(contentsOf: byte == Self.quote ? [byte, byte] : [byte]) }
            quoted.append(Self.quote)
        }
        quoted.append(0x0A)
        bytes.replaceSubrange(0..<bodyStart, with: quoted)
    }

    private func headerRecord() throws(ReadFailure) -> (header: ArraySlice<UInt8>, bodyStart: Int) {
        var inQuotes = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Self.quote { inQuotes.toggle() }
            if index > Limits.lineLength {
                throw ReadFailure(.lineTooLong, row: 1, "\(Limits.lineLength >> 20) MB")
            }
            if byte == 0x0A || byte == 0x0D, !inQuotes {
                let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                return (bytes[..<index], index + (isPair ? 2 : 1))
            }
            index += 1
        }
        if inQuotes { throw ReadFailure(.quotes, row: 1) }
        return (bytes[...], bytes.count)
    }

    private mutating func checkRecords(from start: Int, separator: UInt8, width: Int) throws(ReadFailure) {
        var row = 1
        var opened = 1
        var inQuotes = false
        var cells = 1
        var length = 0
        var firstSurplus = true
        func failure(_ last: Bool) -> ReadFailure {
            last && cells < width
                ? ReadFailure(.truncated, row: row) : ReadFailure(.raggedRow, row: row, "\(cells)/\(width)")
        }
        var failed: ReadFailure?
        bytes.withUnsafeBufferPointer { buffer in
            var index = start
            while index < buffer.count, failed == nil {
                let byte = buffer[index]
                index += 1
                if byte == 0x0A || byte == 0x0D, !inQuotes {
                    if length > 0 {
                        row += 1
                        if cells < width || !firstSurplus { failed = failure(false) }
                    }
                    (cells, length, firstSurplus) = (1, 0, true)
                    continue
                }
                length += 1
                if length > Limits.lineLength {
                    failed = ReadFailure(.lineTooLong, row: row + 1, "\(Limits.lineLength >> 20) MB")
                } else if byte == Self.quote {
                    if !inQuotes { opened = row + 1 }
                    inQuotes.toggle()
                } else if byte == separator, !inQuotes {
                    cells += 1
                } else if cells > width, byte != 0x20 {
                    firstSurplus = false
                }
            }
            guard failed == nil else { return }
            if inQuotes {
                failed = ReadFailure(.quotes, row: opened)
            } else if length > 0 {
                row += 1
                if cells < width || !firstSurplus { failed = failure(true) }
            }
        }
        if let failed { throw failed }
        recordCount = row - 1
    }

    /// The candidate that occurs most outside quotes; the order of candidates decides a draw.
    private static func separator(of header: ArraySlice<UInt8>) -> UInt8 {
        var counts = candidates.map { _ in 0 }
        var inQuotes = false
        for byte in header {
            if byte == quote { inQuotes.toggle() }
            if !inQuotes, let found = candidates.firstIndex(of: byte) { counts[found] += 1 }
        }
        // A semicolon file may carry commas in its names, hardly the other way round.
        if counts[0] > 0 { return candidates[0] }
        if counts[1] > 0 { return candidates[1] }
        return counts[2] > counts[3] ? candidates[2] : candidates[3]
    }

    private static func cells(of header: ArraySlice<UInt8>, separator: UInt8) -> [[UInt8]] {
        var cells: [[UInt8]] = [[]]
        var inQuotes = false
        var previousWasQuote = false
        for byte in header {
            if byte == quote {
                if previousWasQuote, !inQuotes { cells[cells.count - 1].append(quote) }
                inQuotes.toggle()
                previousWasQuote = !inQuotes
                continue
            }
            previousWasQuote = false
            if byte == separator, !inQuotes { cells.append([]) } else { cells[cells.count - 1].append(byte) }
        }
        return cells
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    }
}

/// The character set of Dutch office software before Unicode.
enum Windows1252 {
    /// Code points of 0x80...0x9F; those the set leaves open become the replacement character.
    private static let high: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152,
        0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122,
        0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    /// `bytes` as UTF-8.
    static func decode(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes {
            guard byte >= 0x80 else {
                result.append(byte)
                continue
            }
            let code = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt32(byte)
            result.append(contentsOf: Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8))
        }
        return result
    }
}
