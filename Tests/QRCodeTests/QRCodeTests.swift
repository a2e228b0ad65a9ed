import Testing

@testable import QRCode

/// Values from the standard and from worked examples, and properties that every code has. That phones can read a code is
/// tested in the browser, with the decoder of somebody else.
@Suite struct QRCodeTests {
    @Test func checkWordsOfTheWorkedExample() {
        // "HELLO WORLD" at 1-M in alphanumeric mode: sixteen data words, ten check words (thonky.com tutorial).
        let data: [UInt8] = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
        #expect(
            ReedSolomon.checkWords(data, count: 10) == [196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
    }

    @Test func checkWordsOfTheStandard() {
        // "01234567" at 1-M (ISO/IEC 18004, annex I).
        let data: [UInt8] = [
            0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
        ]
        #expect(
            ReedSolomon.checkWords(data, count: 10)
                == [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55])
    }

    @Test func formatBitsOfLevelM() {
        let table = [
            0b101_0100_0001_0010, 0b101_0001_0010_0101, 0b101_1110_0111_1100, 0b101_1011_0100_1011,
            0b100_0101_1111_1001, 0b100_0000_1100_1110, 0b100_1111_1001_0111, 0b100_1010_1010_0000,
        ]
        #expect((0..<8).map { ModuleGrid.formatBits(mask: $0) } == table)
    }

    @Test func versionBitsOfTheStandard() {
        #expect((7...10).map { ModuleGrid.versionBits($0) } == [0x07C94, 0x085BC, 0x09A99, 0x0A4D3])
    }

    @Test func capacitiesOfTheStandard() {
        #expect(CodeVersion.all.map(\.capacity) == [14, 26, 42, 62, 84, 106, 122, 152, 180, 213])
        // Check and data words fill the code, but for the few bits that are left over.
        let total = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346]
        for (version, words) in zip(CodeVersion.all, total) {
            #expect(version.dataWords + version.blocks.count * version.checkWords == words)
        }
    }

    @Test func theSmallestVersionThatFits() throws {
        #expect(try QRCode("").version == 1)
        #expect(try QRCode(String(repeating: "a", count: 14)).version == 1)
        #expect(try QRCode(String(repeating: "a", count: 15)).version == 2)
        #expect(try QRCode("http://192.168.178.120:8080/s/KWLM42").version == 3)
        #expect(try QRCode(String(repeating: "é", count: 106)).version == 10)
        #expect(throws: QRCodeError.tooLong(bytes: 214, most: 213)) {
            try QRCode(String(repeating: "a", count: 214))
        }
    }

    @Test func bytesAreWordsWithModeCountAndFilling() {
        #expect(
            DataWords.words(Array("Hi".utf8), CodeVersion.all[0])
                == [
                    0x40, 0x24, 0x86, 0x90, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC,
                    0x11,
                ])
    }

    @Test func everyCodeHasItsPatterns() throws {
        for length in [1, 20, 40, 60, 80, 100, 120, 150, 180, 213] {
            let code = try QRCode(String(repeating: "k", count: length))
            #expect(code.size == 17 + 4 * code.version)
            for (left, top) in [(0, 0), (code.size - 7, 0), (0, code.size - 7)] {
                #expect((0..<7).allSatisfy { code[left + $0, top] && code[left, top + $0] })
                #expect(code[left + 3, top + 3] && !code[left + 1, top + 1])
            }
            for place in 8..<(code.size - 8) { #expect(code[place, 6] == (place % 2 == 0)) }
            #expect(code[8, code.size - 8])
        }
    }

    @Test func theMaskIsTheOneWithTheLowestPenalty() throws {
        let text = "http://mengpaneel.local/s/KWLM42"
        let chosen = try QRCode(text)
        #expect(try QRCode(text, mask: chosen.mask) == chosen)
        let others = try (0..<8).map { try QRCode(text, mask: $0) }
        #expect(Set(others).count == 8)
    }

    @Test func penalties() {
        #expect(Penalty.runs([true, true, true, true]) == 0)
        #expect(Penalty.runs([true, true, true, true, true, false]) == 3)
        #expect(Penalty.runs(Array(repeating: false, count: 8)) == 6)
        #expect(Penalty.corners([true, false, true, true, true, false, true]) == 80)
        #expect(Penalty.corners([true, true, true, true, true, false, true]) == 0)
    }
}
