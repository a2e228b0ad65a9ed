import ExperimentDesign
import Testing

@Suite struct SobolSequenceTests {
    private struct Points: Decodable {
        let points: [String: [UInt32]]
    }

    @Test func pointsIn256DimensionsAreThoseOfScipy() throws {
        let expected: Points = try fixture("sobol_points")
        #expect(expected.points.count == 9)
        for (place, words) in expected.points {
            var sequence = try SobolSequence(dimensions: 256, skipping: #require(Int(place)))
            #expect(sequence.next() == words.map { Double($0) * 0x1p-30 })
        }
    }

    @Test func skippingGivesTheSamePointsAsGoingThrough() throws {
        var all = try SobolSequence(dimensions: 5)
        let points = (0..<70).map { _ in all.next() }
        for start in [0, 1, 2, 31, 64] {
            var later = try SobolSequence(dimensions: 5, skipping: start)
            #expect(later.next() == points[start])
            #expect(later.next() == points[start + 1])
        }
    }

    @Test(arguments: [nil, 3 as UInt64])
    func everyStratumOfEveryDimensionHoldsOnePointOfAPowerOfTwo(shiftSeed: UInt64?) throws {
        let design = try Design.sobolSequence(unitFactors(256), samples: 64, shiftSeed: shiftSeed)
        for column in 0..<256 {
            let strata = (0..<64).map { Int(design[$0, column] * 64) }
            #expect(strata.sorted() == Array(0..<64))
        }
    }

    @Test func aShiftMovesThePointsAndDependsOnItsSeedOnly() throws {
        let factors = try unitFactors(3)
        let plain = try Design.sobolSequence(factors, samples: 8)
        let one = try Design.sobolSequence(factors, samples: 8, shiftSeed: 1)
        #expect(plain != one)
        #expect(try one == Design.sobolSequence(factors, samples: 8, shiftSeed: 1))
        #expect(try one != Design.sobolSequence(factors, samples: 8, shiftSeed: 2))
    }

    @Test func theSequenceEndsAfterItsLastPoint() throws {
        let last = (1 << 32) - 1
        var sequence = try SobolSequence(dimensions: 2, skipping: last)
        #expect(sequence.next() != nil)
        #expect(sequence.next() == nil)
        #expect(thrown { _ = try Design.sobolSequence(unitFactors(1), samples: 2, skipping: last) } != nil)
        #expect(thrown { _ = try SobolSequence(dimensions: 1, skipping: -1) } != nil)
        #expect(
            thrown { _ = try SobolSequence(dimensions: 257) }
                == .tooManyDimensions(found: 257, supported: 256))
    }
}
