@testable import DemoTown
import Neighbourhoods
import Testing

@Suite struct TownPartsTests {
    @Test func noPointLiesInTheCircleOfADelaunayTriangle() {
        // A square grid: the hardest case, for every four points lie on one circle.
        let grid = (0..<49).map { GridPoint(x: $0 % 7 * 100, y: $0 / 7 * 100) }
        let delaunay = Delaunay(grid)
        for triangle in delaunay.triangles where [triangle.a, triangle.b, triangle.c].max() ?? 0 < 49 {
            let corners = [triangle.a, triangle.b, triangle.c].map { grid[$0] }
            let twice =
                (corners[1].x - corners[0].x) * (corners[2].y - corners[0].y)
                - (corners[2].x - corners[0].x) * (corners[1].y - corners[0].y)
            // Half a square each: larger or flat triangles would hold or miss other points.
            #expect(twice == 10_000)
        }
        let inner = delaunay.triangles.filter { max($0.a, $0.b, $0.c) < 49 }
        #expect(inner.count == 72)
    }

    @Test func rakingReachesItsTargets() {
        let base = [100, 300, 50]
        let shares = Raking.shares(
            [[1, 0, 0], [0, 0.5, 2], [0, 0, 0]], base: base, targets: [0.5, 0.3, 0.2])
        for (place, target) in [0.5, 0.3, 0.2].enumerated() {
            let found = zip(shares, base).reduce(0.0) { $0 + $1.0[place] * Double($1.1) } / 450
            #expect(abs(found - target) < 1e-6)
        }
        #expect(shares.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 })
    }

    @Test func countsAddUpAndStayWithinOneOfTheirShares() {
        #expect(Raking.counts(10, [1, 1, 1]) == [4, 3, 3])
        #expect(Raking.counts(0, [0.2, 0.8]) == [0, 0])
        #expect(Raking.counts(5, [0, 0]) == [0, 0])
    }

    @Test func aSampleGivesAMarginAndIsHiddenWhenSmall() throws {
        let sample = Measurement(
            "nuisance.experienced", .survey,
            .sample(yes: [50, 1], asked: [200, 10], weights: [1_000, 100]))
        let first = sample.published([0], inhabitants: [1_000, 100])
        #expect(first.value == .known(0.25))
        // (50 + 2) / 204 = 0.2549; 1.96 √(0.2549 · 0.7451 / 204) = 0.0598.
        #expect(first.margin == .known(0.06))
        #expect(sample.published([1], inhabitants: [1_000, 100]).value == .missing(.suppressed))
        #expect(sample.published([0, 1], inhabitants: [1_000, 100]).value == .known(0.24))
    }

    @Test func secretFiguresStillCountInTheWhole() {
        var share = Measurement("income.low", .income, .share(part: [10, 90], whole: [30, 270]))
        share.secrecy = .inhabitantsBelow(100)
        #expect(share.published([0], inhabitants: [60, 600]).value == .missing(.suppressed))
        #expect(share.published([0, 1], inhabitants: [60, 600]).value == .known(0.33))
    }

    @Test func countsAreRoundedToFiveButSmallOnesAreKept() {
        let count = Measurement("population.households", .register, .count([3, 7, 8, 0]))
        #expect(
            [0, 1, 2, 3].map { count.published([$0], inhabitants: []).value }
                == [3, 5, 10, 0].map { .known($0) })
    }
}
