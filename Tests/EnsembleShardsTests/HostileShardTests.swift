import Testing

@testable import EnsembleShards

/// The checksum of a shard keeps accidents out; whoever writes one by hand can make it fit.
@Suite struct HostileShardTests {
    @Test func aHeaderThatNamesMoreRunsThanCanBeIsRefused() throws {
        let plan = EnsemblePlan(
            program: .init(version: "0", build: "00"), data: "x",
            settings: .init(municipality: "GM0999", level: "buurt", runs: 1, seed: 1, uncertainty: "luck"),
            packages: [], arms: ["nothing"], runsPerShard: 1)
        var header = ShardHeader(plan: plan, index: 0)
        header.runs = 0..<Int(UInt32.max)
        header.arms = Int(UInt32.max)
        let file = header.bytes(before: [])
        #expect(try ShardHeader(bytes: file, file: "x") == header && header.summaryCount == nil)
        #expect(throws: ShardError.self) { try ShardFile(bytes: file, file: "x") }
    }
}
