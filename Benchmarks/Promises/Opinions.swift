import Benchmark
import Perspectives

/// Promises on opinions from votes.
func addOpinionBenchmarks() {
    Benchmark("opinions of 40 people on 60 statements") { benchmark, table in
        for _ in benchmark.scaledIterations {
            blackHole(try Opinions(table, options: OpinionOptions(shuffles: 0)))
        }
    } setup: {
        try votes(40, 60, every: 1)
    }
    Benchmark("the same with 200 shuffles and without each one, two threads") { benchmark, table in
        for _ in benchmark.scaledIterations {
            blackHole(try Opinions(table, options: OpinionOptions(threads: 2)))
        }
    } setup: {
        try votes(40, 60, every: 1)
    }
    let few = Benchmark.Configuration(warmupIterations: 1, maxDuration: .seconds(8), maxIterations: 3)
    for (people, statements, every) in [(2_031, 896, 8), (10_000, 500, 9)] {
        Benchmark("opinions of \(people) people on \(statements) statements", configuration: few) {
            benchmark, table in
            for _ in benchmark.scaledIterations {
                blackHole(try Opinions(table, options: OpinionOptions(shuffles: 0, threads: 2)))
            }
        } setup: {
            try votes(people, statements, every: every)
        }
    }
    Benchmark("opinions of 100000 people on 1000 statements, from single votes", configuration: few) {
        benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(
                try Opinions(
                    votes(100_000, 1_000, every: 18), options: OpinionOptions(shuffles: 0, threads: 2)))
        }
    }
}

/// Votes of three camps with noise, on about one statement in `every`, the same on every machine.
private func votes(_ people: Int, _ statements: Int, every: Int) throws -> VoteTable {
    var builder = VoteTable.Builder()
    builder.reserve(people * statements / every * 11 / 10)
    var state: UInt32 = 1
    for person in 0..<people {
        for statement in 0..<statements {
            state = state &* 1_664_525 &+ 1_013_904_223
            guard Int(state &>> 8) % every == 0 else { continue }
            let lean = (statement * 7 + person % 3 * 13) % 10
            let draw = Int((state &>> 16) % 12)
            builder.add(
                participant: person, statement: statement,
                vote: draw > 9 ? .pass : draw < lean ? .agree : .disagree)
        }
    }
    return try builder.table()
}
