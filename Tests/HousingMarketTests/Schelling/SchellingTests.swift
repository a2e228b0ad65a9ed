import HousingMarket
import Testing

/// The teaching model keeps its agents, and a small wish separates.
@Suite struct SchellingTests {
    private func small(wish: Int = 3, seed: UInt64 = 1) throws -> Schelling {
        try Schelling(width: 40, height: 40, agents: 1_000, radius: 1, wish: wish, seed: seed)
    }

    @Test func agentsAreConservedAndCountsEqualARecount() throws {
        var model = try small()
        for _ in 0..<5 { model.step() }
        let cells = model.cells
        #expect(cells.count { $0 == 1 } == 500 && cells.count { $0 == 2 } == 500)
        var sum = 0.0
        var number = 0
        for row in 0..<40 {
            for column in 0..<40 where cells[row * 40 + column] > 0 {
                var (like, all) = (0, 0)
                for r in max(0, row - 1)...min(39, row + 1) {
                    for c in max(0, column - 1)...min(39, column + 1) where (r, c) != (row, column) {
                        let other = cells[r * 40 + c]
                        if other > 0 { all += 1 }
                        if other == cells[row * 40 + column] { like += 1 }
                    }
                }
                if all > 0 { (sum, number) = (sum + Double(like) / Double(all), number + 1) }
            }
        }
        #expect(abs(model.likeShare - sum / Double(number)) < 1e-12)
    }

    @Test func withoutAWishNobodyMoves() throws {
        var model = try small(wish: 0)
        let before = model.cells
        model.step()
        #expect(model.moves == 0 && model.cells == before && model.contentShare == 1)
        #expect(abs(model.likeShare - 0.5) < 0.06, "by chance half of the neighbours are alike")
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func aWishForThreeOfEightSeparatesFarBeyondIt(seed: UInt64) throws {
        var model = try small(seed: seed)
        for _ in 0..<20 { model.step() }
        #expect(model.likeShare > 0.68 && model.likeShare < 0.95)
        #expect(model.contentShare > 0.9)
    }

    @Test func theSameSeedGivesTheSameGrid() throws {
        var (one, other) = (try small(seed: 9), try small(seed: 9))
        for _ in 0..<3 {
            one.step()
            other.step()
        }
        #expect(one.cells == other.cells)
        #expect(try small(seed: 10).cells != small(seed: 9).cells)
    }

    @Test func theLargeCaseOfThePublicComparisonLiesWithinItsGates() throws {
        var model = try Schelling(width: 100, height: 100, agents: 8_000, radius: 2, wish: 8, seed: 1)
        for _ in 0..<20 { model.step() }
        #expect((0.82...0.86).contains(model.likeShare), "\(model.likeShare)")
        #expect((6_600...7_400).contains(model.moves), "\(model.moves)")
    }

    @Test func impossibleGridsAreRefusedInOneLine() {
        #expect(throws: SchellingError.self) {
            try Schelling(width: 4, height: 4, agents: 16, radius: 1, wish: 1, seed: 1)
        }
        #expect(throws: SchellingError.self) {
            try Schelling(width: 2, height: 4, agents: 1, radius: 1, wish: 1, seed: 1)
        }
        #expect(throws: SchellingError.self) {
            try Schelling(width: 4, height: 4, agents: 2, radius: 9, wish: 1, seed: 1)
        }
    }
}
