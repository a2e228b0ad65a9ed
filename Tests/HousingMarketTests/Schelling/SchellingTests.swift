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

    /// The public comparison of agent frameworks gives gates for its large case: a like-share of 0.82 to 0.86 and about
    /// 6,600 to 7,400 moves. They are gates for the model and not for one run: over 240 seeds a single like-share lies at
    /// 0.832 with a standard deviation of 0.011, so that one run in six falls outside by luck alone. Over sixty seeds
    /// the mean must lie within both gates (it is eight standard errors from the nearest) and most runs must. Without
    /// optimisation a run takes well over a second, so that only the first eight are made: three standard errors.
    @Test func theLargeCaseOfThePublicComparisonLiesWithinItsGatesOverManySeeds() async throws {
        #if DEBUG
            let seeds: ClosedRange<UInt64> = 1...8
        #else
            let seeds: ClosedRange<UInt64> = 1...60
        #endif
        let ends = try await withThrowingTaskGroup(of: (likeShare: Double, moves: Int).self) { group in
            for seed in seeds {
                group.addTask {
                    var model = try Schelling(
                        width: 100, height: 100, agents: 8_000, radius: 2, wish: 8, seed: seed)
                    for _ in 0..<20 { model.step() }
                    return (model.likeShare, model.moves)
                }
            }
            // In whatever order they end: shares are sorted before they are added, so the sum does not depend on it.
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let number = Double(seeds.count)
        let likeShare = ends.map(\.likeShare).sorted().reduce(0, +) / number
        let moves = Double(ends.reduce(0) { $0 + $1.moves }) / number
        #expect((0.82...0.86).contains(likeShare), "\(likeShare)")
        #expect((6_600...7_400).contains(moves), "\(moves)")
        let within = ends.count { (0.82...0.86).contains($0.likeShare) && (6_600...7_400).contains($0.moves) }
        #expect(Double(within) / number >= 0.5, "\(within) of \(seeds.count)")
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
