import Stochastics
import Testing

@Suite struct PhiloxTests {
    /// The vectors for philox4x32-10 in the file kat_vectors of Random123 1.14.
    @Test func philoxGivesThePublishedVectors() {
        #expect(
            Philox.block(.zero, key: .zero) == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
        #expect(
            Philox.block(SIMD4(repeating: .max), key: SIMD2(repeating: .max))
                == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
        #expect(
            Philox.block(
                SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
                key: SIMD2(0xa409_3822, 0x299f_31d0))
                == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
    }

    @Test func theSameAddressGivesTheSameNumbers() {
        var first = RandomStream(seed: 42, run: 3, entity: 7, time: 11, purpose: .selfTest)
        var second = RandomStream(seed: 42, run: 3, entity: 7, time: 11, purpose: .selfTest)
        for _ in 0..<100 { #expect(first.next() == second.next()) }
    }

    @Test func everyPartOfTheAddressMatters() {
        let addresses: [RandomStream] = [
            RandomStream(seed: 1, purpose: .selfTest),
            RandomStream(seed: 2, purpose: .selfTest),
            RandomStream(seed: 1 << 32 | 1, purpose: .selfTest),
            RandomStream(seed: 1, run: 1, purpose: .selfTest),
            RandomStream(seed: 1, entity: 1, purpose: .selfTest),
            RandomStream(seed: 1, time: 1, purpose: .selfTest),
            RandomStream(seed: 1, purpose: .permutation),
        ]
        let firsts = addresses.map { stream in
            var stream = stream
            return stream.next()
        }
        #expect(Set(firsts).count == addresses.count)
    }

    @Test func unitsStayInTheirIntervalWithTheRightMoments() {
        var stream = RandomStream(seed: 5, purpose: .selfTest)
        var sum = CompensatedSum()
        var squares = CompensatedSum()
        let draws = 200_000
        var outside = 0
        for _ in 0..<draws {
            let unit = stream.unit()
            if unit < 0 || unit >= 1 { outside += 1 }
            sum.add(unit)
            squares.add(unit * unit)
        }
        #expect(outside == 0)
        let mean = sum.value / Double(draws)
        let variance = squares.value / Double(draws) - mean * mean
        #expect(abs(mean - 0.5) < 5 * (1.0 / 12 / Double(draws)).squareRoot())
        #expect(abs(variance - 1.0 / 12) < 0.001)
    }

    @Test(arguments: [1, 2, 3, 7, 1000, 3_000_000_000] as [UInt32])
    func integersAreBelowTheirBoundAndEvenlySpread(bound: UInt32) {
        var stream = RandomStream(seed: 6, entity: bound, purpose: .selfTest)
        var sum = 0.0
        var outside = 0
        let draws = 60_000
        for _ in 0..<draws {
            let number = stream.integer(below: bound)
            if number >= bound { outside += 1 }
            sum += Double(number)
        }
        #expect(outside == 0)
        let expected = Double(bound - 1) / 2
        let error = (Double(bound) * Double(bound) / 12 / Double(draws)).squareRoot()
        #expect(abs(sum / Double(draws) - expected) <= 5 * error)
    }

    @Test func aChanceOfNothingNeverHappensAndACertaintyAlways() {
        var stream = RandomStream(seed: 7, purpose: .selfTest)
        var thirds = 0
        var impossible = 0
        var certain = 0
        for _ in 0..<30_000 {
            if stream.happens(Chance(0)) { impossible += 1 }
            if stream.happens(Chance(1)) { certain += 1 }
            if stream.happens(Chance(1.0 / 3)) { thirds += 1 }
        }
        #expect(impossible == 0)
        #expect(certain == 30_000)
        #expect(abs(Double(thirds) / 30_000 - 1.0 / 3) < 0.014)
    }
}
