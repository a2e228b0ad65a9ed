import EnsembleShards
import HousingMarket
import Testing

/// Shards put together are the ensemble of one machine.
@Suite struct ShardMergeTests {
    @Test(arguments: UncertaintyLine.allCases)
    func anyOrderGivesTheOutcomeOfOneMachine(line: UncertaintyLine) async throws {
        let support = ShardSupport(line: line)
        let expected = OutcomeTable(await support.ensemble.results(threads: 2)).csv()
        let files = try (0..<support.plan.shards).map { try support.shard($0).bytes }
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            var merge = ShardMerge(support.plan)
            for index in order {
                try merge.add(
                    try ShardFile(bytes: files[index], file: "s"), file: "s", ensemble: support.ensemble)
            }
            #expect(merge.missing.isEmpty)
            let result = support.ensemble.result(merge.summaries)
            #expect(!result.isPartial && OutcomeTable(result).csv() == expected)
        }
    }

    @Test func shardsOfAnotherPlanAreRefused() throws {
        let support = ShardSupport()
        for other in [ShardSupport(seed: 4), ShardSupport(runs: 6), ShardSupport(runsPerShard: 3)] {
            var merge = ShardMerge(support.plan)
            try merge.add(try support.shard(0), file: "a", ensemble: support.ensemble)
            let foreign = try other.shard(1)
            let error = #expect(throws: ShardError.self) {
                try merge.add(foreign, file: "b", ensemble: support.ensemble)
            }
            #expect(error?.description.hasPrefix("b: belongs to plan") == true)
            #expect(merge.missing == [1, 2])
        }
    }

    @Test func aShardCountsOnce() throws {
        let support = ShardSupport()
        let shard = try support.shard(0)
        var merge = ShardMerge(support.plan)
        try merge.add(shard, file: "a", ensemble: support.ensemble)
        let error = #expect(throws: ShardError.self) {
            try merge.add(shard, file: "b", ensemble: support.ensemble)
        }
        #expect(error?.message.contains("another file holds too") == true)
    }

    @Test func runsOfAnotherTownDoNotFit() throws {
        let support = ShardSupport()
        var summary = support.summaries(0)[0]
        #expect(support.ensemble.fits(summary, arm: 0) && !support.ensemble.fits(summary, arm: 1))
        summary.measures[1][0] = .infinity
        #expect(!support.ensemble.fits(summary, arm: 0))
    }
}
