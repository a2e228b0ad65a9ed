import HousingMarket
import Synchronization
import Testing

/// The same seed gives the same run, on any number of threads.
@Suite struct DeterminismTests {
    private let packages = [RandomPackage.make(3, areas: 12, from: 2025, horizon: 2029)]

    @Test func theSameSeedGivesTheSameRun() {
        let start = SmallTown().start
        #expect(start.simulate(packages[0], run: 7) == start.simulate(packages[0], run: 7))
    }

    @Test func aRunThatTakesThePopulationOverIsTheSame() {
        let kept = SmallTown().start
        let given = SmallTown().start
        #expect(given.simulated(packages[0], run: 7) == kept.simulate(packages[0], run: 7))
    }

    @Test func anotherRunHasOtherLuck() {
        let start = SmallTown().start
        #expect(start.simulate(packages[0], run: 7).years != start.simulate(packages[0], run: 8).years)
    }

    @Test(arguments: UncertaintyLine.allCases)
    func theNumberOfThreadsChangesNothing(line: UncertaintyLine) async {
        let ensemble = Ensemble(
            start: SmallTown(households: 800).start, packages: packages, runs: 4, line: line)
        let one = await ensemble.results(threads: 1)
        let two = await ensemble.results(threads: 2)
        let five = await ensemble.results(threads: 5)
        #expect(Self.isSame(one.runs, two.runs) && Self.isSame(one.runs, five.runs))
    }

    private static func isSame(_ left: [[RunSummary]], _ right: [[RunSummary]]) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { pair in
                pair.0.count == pair.1.count
                    && zip(pair.0, pair.1).allSatisfy { a, b in
                        a.households == b.households && a.initialResidents == b.initialResidents
                            && a.measures.joined().map(\.bitPattern) == b.measures.joined().map(\.bitPattern)
                    }
            }
    }

    @Test func doingNothingIsTheSameBesideAnyPackage() async {
        let start = SmallTown(households: 800).start
        let first = await Ensemble(start: start, packages: packages, runs: 2).results(threads: 1)
        let other = [RandomPackage.make(11, areas: 12, from: 2025, horizon: 2029)]
        let second = await Ensemble(start: start, packages: other, runs: 2).results(threads: 1)
        #expect(first.arms[0].role == .doNothing)
        #expect(first.runs[0].map(\.households) == second.runs[0].map(\.households))
    }

    @Test func aStoppedEnsembleKeepsWholeRunsOfEveryArm() async {
        let ensemble = Ensemble(start: SmallTown(households: 400).start, packages: packages, runs: 6)
        let counter = Counter()
        let result = await ensemble.results(
            threads: 1, isStopped: { counter.value >= 4 }, progress: { counter.set($0.done) })
        #expect(result.isPartial && Set(result.runs.map(\.count)).count == 1 && result.runCount < 6)
    }
}

/// A number that threads may set and read.
private final class Counter: Sendable {
    private let stored = Mutex(0)
    var value: Int { stored.withLock { $0 } }
    func set(_ number: Int) { stored.withLock { $0 = number } }
}
