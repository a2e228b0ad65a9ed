import Benchmark
import GroupDecision

/// Promises on what rules make of ballots.
func addDecisionBenchmarks() {
    let few = Benchmark.Configuration(warmupIterations: 1, maxDuration: .seconds(5), maxIterations: 20)
    Benchmark("committees of 4 from 30, 40 voters, every rule", configuration: few) { benchmark, profile in
        for _ in benchmark.scaledIterations {
            for method in CommitteeMethod.allCases { blackHole(try profile.committees(of: 4, by: method)) }
        }
    } setup: {
        try ApprovalProfile(
            candidateCount: 30,
            approvals: (0..<40).map { voter in
                (0..<30).filter { (voter * 17 + $0 * 29 + voter * $0) % 5 == 0 }
            })
    }
    Benchmark("ranked pairs, 10 alternatives, many equal margins", configuration: few) { benchmark, profile in
        for _ in benchmark.scaledIterations { blackHole(try profile.view(by: .rankedPairs)) }
    } setup: {
        try RankedProfile(
            candidateCount: 10,
            orders: (0..<8).map { voter in (0..<10).map { ($0 * (voter % 2 == 0 ? 3 : 7) + voter) % 10 } })
    }
}
