/// What a cell says.
enum CellNumber: Equatable {
    /// A number.
    case number(Double)
    /// Nothing, or a sign that stands for nothing.
    case missing(Hidden)
    /// Something else.
    case text

    /// How a value is missing.
    enum Hidden: Equatable {
        /// The cell is empty.
        case empty
        /// A sign says that the producer hides it.
        case sign
    }
}

/// Reads numbers as Dutch files write them.
struct NumberReader {
    /// Texts that stand for a missing value, in small letters.
    let missing: Set<String>
    /// Numbers at or below this are missing.
    let missingAtOrBelow: Double?

    /// Signs of CBS and of spreadsheet programs for a figure that is not there.
    static let usualSigns: Set<String> = ["..", "...", "x", "null", "#n/b", "#n/a"]

    init(missing: [String] = [], missingAtOrBelow: Double? = nil) {
        self.missing = Self.usualSigns.union(missing.map { $0.lowercased() })
        self.missingAtOrBelow = missingAtOrBelow
    }

    /// Reads a cell without padding: `12.5`, `12,5`, `1.234,5`, `-3`, `1e-3`. Plain numbers go a quick way that is
    /// exact: up to 15 digits and a power of ten up to 22 are whole in binary, so one division rounds once.
    func read(_ cell: UnsafeBufferPointer<UInt8>?) -> CellNumber {
        guard let cell, !cell.isEmpty else { return .missing(.empty) }
        if cell.count == 1, cell[0] == UInt8(ascii: ".") { return .missing(.sign) }
        guard let number = Self.plain(cell) ?? Self.general(cell) else {
            return missing.contains(String(decoding: cell, as: UTF8.self).lowercased())
                ? .missing(.sign) : .text
        }
        if let missingAtOrBelow, number <= missingAtOrBelow { return .missing(.sign) }
        if !missing.isEmpty, missing.count > Self.usualSigns.count,
            missing.contains(String(decoding: cell, as: UTF8.self).lowercased())
        {
            return .missing(.sign)
        }
        return .number(number)
    }

    private static let powers: [Double] = (0...22).map { power in
        (0..<power).reduce(1.0) { value, _ in value * 10 }
    }

    private static func plain(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
        guard cell.count <= 17 else { return nil }
        var mantissa: UInt64 = 0
        var digits = 0
        var decimals = 0
        var sawPoint = false
        var index = 0
        let isNegative = cell[0] == UInt8(ascii: "-")
        if isNegative { index = 1 }
        while index < cell.count {
            let byte = cell[index]
            if byte >= 0x30, byte <= 0x39 {
                mantissa = mantissa * 10 + UInt64(byte - 0x30)
                digits += 1
                if sawPoint { decimals += 1 }
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), !sawPoint {
                sawPoint = true
            } else {
                return nil
            }
            index += 1
        }
        guard digits > 0, digits <= 15 else { return nil }
        let number = Double(mantissa) / powers[decimals]
        return isNegative ? -number : number
    }

    /// Long numbers and rare forms. Thousands are marked with points only where a decimal comma follows.
    private static func general(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
        var lastPoint = -1
        var lastComma = -1
        for (index, byte) in cell.enumerated() {
            switch byte {
            case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "E"):
                break
            case UInt8(ascii: "."): lastPoint = index
            case UInt8(ascii: ","): lastComma = index
            default: return nil
            }
        }
        var text = String(decoding: cell, as: UTF8.self)
        if lastComma > lastPoint { text = text.replacing(".", with: "").replacing(",", with: ".") }
        guard let number = Double(text), number.isFinite else { return nil }
        return number
    }
}
