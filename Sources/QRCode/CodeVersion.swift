/// A version of the code at level M: its size, its blocks and where its alignment patterns lie (ISO/IEC 18004, tables 7,
/// 9 and E.1).
struct CodeVersion: Sendable, Hashable {
    let number: Int
    /// Check words of every block.
    let checkWords: Int
    /// Data words of every block; the short blocks come first.
    let blocks: [Int]
    /// The middles of alignment patterns, along each axis.
    let alignment: [Int]

    var size: Int { 17 + 4 * number }
    var dataWords: Int { blocks.reduce(0, +) }
    /// Bits that say how many bytes follow.
    var countBits: Int { number < 10 ? 8 : 16 }
    /// The most bytes that fit after the mode and the count.
    var capacity: Int { (dataWords * 8 - 4 - countBits) / 8 }

    static let all: [CodeVersion] = [
        CodeVersion(number: 1, checkWords: 10, blocks: [16], alignment: []),
        CodeVersion(number: 2, checkWords: 16, blocks: [28], alignment: [6, 18]),
        CodeVersion(number: 3, checkWords: 26, blocks: [44], alignment: [6, 22]),
        CodeVersion(number: 4, checkWords: 18, blocks: [32, 32], alignment: [6, 26]),
        CodeVersion(number: 5, checkWords: 24, blocks: [43, 43], alignment: [6, 30]),
        CodeVersion(number: 6, checkWords: 16, blocks: [27, 27, 27, 27], alignment: [6, 34]),
        CodeVersion(number: 7, checkWords: 18, blocks: [31, 31, 31, 31], alignment: [6, 22, 38]),
        CodeVersion(number: 8, checkWords: 22, blocks: [38, 38, 39, 39], alignment: [6, 24, 42]),
        CodeVersion(number: 9, checkWords: 22, blocks: [36, 36, 36, 37, 37], alignment: [6, 26, 46]),
        CodeVersion(number: 10, checkWords: 26, blocks: [43, 43, 43, 43, 44], alignment: [6, 28, 50]),
    ]

    static func smallest(for bytes: Int) -> CodeVersion? { all.first { bytes <= $0.capacity } }

    /// Data and check words in the order in which they stand in the code: the first word of every block, then the second.
    func interleaved(_ words: [UInt8]) -> [UInt8] {
        var rest = words[...]
        let data = blocks.map { size in
            let block = Array(rest.prefix(size))
            rest = rest.dropFirst(size)
            return block
        }
        let checks = data.map { ReedSolomon.checkWords($0, count: checkWords) }
        var result: [UInt8] = []
        for place in 0..<(blocks.max() ?? 0) {
            for block in data where place < block.count { result.append(block[place]) }
        }
        for place in 0..<checkWords { for block in checks { result.append(block[place]) } }
        return result
    }
}

/// The words of a text before check words are added.
enum DataWords {
    /// Byte mode: the mode, how many bytes, the bytes, an end, and filling.
    static func words(_ bytes: [UInt8], _ version: CodeVersion) -> [UInt8] {
        var bits: [Bool] = []
        func add(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) }
        }
        add(0b0100, 4)
        add(bytes.count, version.countBits)
        for byte in bytes { add(Int(byte), 8) }
        let room = version.dataWords * 8
        add(0, min(4, room - bits.count))
        add(0, (8 - bits.count % 8) % 8)
        var words = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        var filling: UInt8 = 0xEC
        while words.count < version.dataWords {
            words.append(filling)
            filling = filling == 0xEC ? 0x11 : 0xEC
        }
        return words
    }
}
