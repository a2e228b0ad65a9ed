/// The modules while the code is being made: patterns that every code has, data around them, then a mask over the data.
struct ModuleGrid {
    let version: CodeVersion
    let size: Int
    private(set) var dark: [Bool]
    /// Modules of patterns: no data stand there and no mask touches them.
    private var isPattern: [Bool]

    init(_ version: CodeVersion) {
        self.version = version
        size = version.size
        dark = Array(repeating: false, count: size * size)
        isPattern = dark
        drawFinders()
        drawTiming()
        drawAlignment()
        reserveFormat()
        drawVersion()
    }

    subscript(column: Int, row: Int) -> Bool { dark[row * size + column] }

    private mutating func set(_ column: Int, _ row: Int, _ isDark: Bool) {
        dark[row * size + column] = isDark
        isPattern[row * size + column] = true
    }

    private mutating func drawFinders() {
        for (left, top) in [(0, 0), (size - 7, 0), (0, size - 7)] {
            for row in -1...7 {
                for column in -1...7 {
                    let (x, y) = (left + column, top + row)
                    guard 0..<size ~= x, 0..<size ~= y else { continue }
                    let ring = max(abs(column - 3), abs(row - 3))
                    set(x, y, ring != 2 && ring != 4)
                }
            }
        }
    }

    private mutating func drawTiming() {
        for place in 8..<(size - 8) {
            set(place, 6, place % 2 == 0)
            set(6, place, place % 2 == 0)
        }
    }

    private mutating func drawAlignment() {
        let last = version.alignment.last ?? 0
        for y in version.alignment {
            for x in version.alignment {
                // The three corners hold the large patterns.
                if (x == 6 && y == 6) || (x == 6 && y == last) || (x == last && y == 6) { continue }
                for row in -2...2 {
                    for column in -2...2 { set(x + column, y + row, max(abs(column), abs(row)) != 1) }
                }
            }
        }
    }

    private mutating func reserveFormat() {
        for places in Self.formatPlaces(size) { for (x, y) in places { set(x, y, false) } }
        // The one module that is always dark.
        set(8, size - 8, true)
    }

    /// Where the fifteen format bits stand, twice, the highest bit first.
    private static func formatPlaces(_ size: Int) -> [[(Int, Int)]] {
        let first: [(Int, Int)] =
            (0...5).map { ($0, 8) } + [(7, 8), (8, 8), (8, 7)] + (0...5).reversed().map { (8, $0) }
        let second: [(Int, Int)] = (1...7).map { (8, size - $0) } + (1...8).reversed().map { (size - $0, 8) }
        return [first, second]
    }

    /// The number of the version, from version 7, with its Golay check bits.
    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        let bits = Self.versionBits(version.number)
        for place in 0..<18 {
            let isDark = bits >> place & 1 == 1
            let (long, short) = (place / 3, size - 11 + place % 3)
            set(long, short, isDark)
            set(short, long, isDark)
        }
    }

    static func versionBits(_ number: Int) -> Int { number << 12 | rest(of: number << 12, by: 0x1F25) }

    /// The format bits of level M, of which the level itself is 00, with BCH check bits and the fixed mask.
    static func formatBits(mask: Int) -> Int { (mask << 10 | rest(of: mask << 10, by: 0x537)) ^ 0x5412 }

    private static func rest(of value: Int, by divisor: Int) -> Int {
        func width(_ value: Int) -> Int { Int.bitWidth - value.leadingZeroBitCount }
        var rest = value
        while width(rest) >= width(divisor) { rest ^= divisor << (width(rest) - width(divisor)) }
        return rest
    }

    mutating func writeFormat(mask: Int) {
        let bits = Self.formatBits(mask: mask)
        for places in Self.formatPlaces(size) {
            for (place, (x, y)) in places.enumerated() { set(x, y, bits >> (14 - place) & 1 == 1) }
        }
    }

    /// Data bits go up and down in pairs of columns, from the right; the column of the timing pattern is passed over.
    mutating func place(_ words: [UInt8]) {
        var bit = 0
        var goesUp = true
        for right in stride(from: size - 1, through: 1, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
            for step in 0..<size {
                let row = goesUp ? size - 1 - step : step
                for column in [right, right - 1] where !isPattern[row * size + column] {
                    if bit < words.count * 8 {
                        dark[row * size + column] = words[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
                    }
                    bit += 1
                }
            }
            goesUp.toggle()
        }
    }

    mutating func lay(mask: Int) {
        for row in 0..<size {
            for column in 0..<size where !isPattern[row * size + column] && Self.flips(mask, column, row) {
                dark[row * size + column].toggle()
            }
        }
    }

    private static func flips(_ mask: Int, _ column: Int, _ row: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }
}
