import EnsembleShards
import HousingMarket
import Testing

/// Shards as files: to the bit, and refused when a single byte is wrong.
@Suite struct ShardFileTests {
    private let support = ShardSupport()

    @Test func aSummarySurvivesItsBytes() throws {
        for summary in support.summaries(0) {
            let again = try #require(RunSummary(bytes: summary.bytes))
            #expect(again.bytes == summary.bytes)
            #expect(again.initialResidents == summary.initialResidents)
            #expect(again.deliveries == summary.deliveries)
            #expect(again.measures.joined().map(\.bitPattern) == summary.measures.joined().map(\.bitPattern))
        }
    }

    @Test func reasonsOfDelayHaveOneOrder() throws {
        var summary = support.summaries(0)[1]
        try #require(!summary.deliveries.isEmpty)
        for order in [Hindrance.allCases, Hindrance.allCases.reversed()] {
            summary.deliveries[0].held = [:]
            for (count, hindrance) in order.enumerated() {
                summary.deliveries[0].held[hindrance] = hindrance == .stock ? 7 : count - count + 1
            }
            #expect(RunSummary(bytes: summary.bytes)?.deliveries == summary.deliveries)
        }
    }

    @Test func theSameShardGivesTheSameBytes() throws {
        let bytes = try support.shard(1).bytes
        #expect(try support.shard(1).bytes == bytes)
        let read = try ShardFile(bytes: bytes, file: "s")
        #expect(read.bytes == bytes && read.header.index == 1 && read.header.runs == 2..<4)
    }

    @Test func damageToAnyByteIsFound() throws {
        let bytes = try support.shard(0).bytes
        // Every byte of the header, and a sample of what follows to the last one.
        let places = Array(0..<200) + stride(from: 200, to: bytes.count, by: 211) + [bytes.count - 1]
        for place in places {
            for flip: UInt8 in [0x01, 0x80, 0xFF] {
                var damaged = bytes
                damaged[place] ^= flip
                #expect(throws: ShardError.self, "byte \(place)") {
                    try ShardFile(bytes: damaged, file: "shard-0000.bin")
                }
            }
        }
    }

    @Test func aFileThatStopsEarlyOrGoesOnIsFound() throws {
        let bytes = try support.shard(0).bytes
        for length in [0, 1, 7, 8, 55, 87, 88, 100, bytes.count / 2, bytes.count - 1] {
            let error = #expect(throws: ShardError.self) {
                try ShardFile(bytes: Array(bytes.prefix(length)), file: "shard-0000.bin")
            }
            #expect(error?.description.contains("damaged") == true)
        }
        #expect(throws: ShardError.self) { try ShardFile(bytes: bytes + [0], file: "shard-0000.bin") }
        #expect(throws: ShardError.self) { try ShardFile(bytes: bytes + bytes, file: "shard-0000.bin") }
    }

    @Test func aShardHoldsAllItsRuns() {
        let summaries = support.summaries(0)
        #expect(ShardFile(plan: support.plan, index: 0, summaries: Array(summaries.dropLast())) == nil)
    }

    @Test func countsThatPromiseTooMuchAreNoSummary() throws {
        let bytes = support.summaries(0)[0].bytes
        for place in stride(from: 0, to: bytes.count - 8, by: 97) {
            var damaged = bytes
            for byte in 0..<8 { damaged[place + byte] = 0x7F }
            // Read or refused, never a crash.
            _ = RunSummary(bytes: damaged)
            _ = RunSummary(bytes: damaged.prefix(place))
        }
        #expect(RunSummary(bytes: bytes.dropLast()) == nil && RunSummary(bytes: bytes + [0]) == nil)
    }

    @Test func aJournalCountsUpToWhereItWasCutOff() throws {
        let plan = support.plan
        let places = support.ensemble.places(ofRuns: 0..<2)
        let entries = zip(places, support.summaries(0)).map { ShardJournal.entry($0, $1, of: plan) }
        let all = Array(entries.joined())
        #expect(ShardJournal.entries(all, of: plan).count == places.count)
        #expect(ShardJournal.entries(all.dropLast(), of: plan).count == places.count - 1)
        #expect(ShardJournal.entries([], of: plan).isEmpty)
        var damaged = all
        damaged[entries[0].count + 60] ^= 1
        #expect(Set(ShardJournal.entries(damaged, of: plan).keys) == [places[0]])
        #expect(ShardJournal.entries(all, of: ShardSupport(seed: 4).plan).isEmpty)
    }
}

extension ShardJournal {
    fileprivate static func entries(_ bytes: ArraySlice<UInt8>, of plan: EnsemblePlan)
        -> [EnsemblePlace: RunSummary]
    { entries(Array(bytes), of: plan) }
}
