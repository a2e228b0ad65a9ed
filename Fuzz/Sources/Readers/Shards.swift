internal import Crypto
internal import Harness
internal import HousingMarket

@testable import EnsembleShards

extension FuzzTarget {
    /// Plans, shard files and journals of an ensemble on many machines. The checksum of a shard keeps accidents out and no
    /// enemy, so it is put right here before the file is read.
    static let shards = FuzzTarget("shards") { input in
        var input = input
        switch input.choice(5) {
        case 0:
            guard let plan = refusable({ try EnsemblePlan.read(json: input.text, file: "plan.json") })
            else { return }
            promise(plan.shards >= 1, "a plan has shards")
            promise(
                plan.runs(ofShard: plan.shards - 1).upperBound == plan.settings.runs,
                "the last shard holds the last run")
            let again = refusable { try EnsemblePlan.read(json: plan.json, file: "again.json") }
            promise(again == plan, "a plan that was written is read as it was")
        case 1: named(input.text)
        case 2: shard(input.bytes)
        case 3: journal(input.bytes)
        default:
            guard let summary = RunSummary(bytes: input.bytes) else { return }
            let again = RunSummary(bytes: summary.bytes)
            promise(again?.bytes == summary.bytes, "a summary that was written is read as it was")
        }
    }

    /// The plan in `text` under the name that fits it: what is left then is what the fields themselves hold.
    private static func named(_ text: String) {
        var plan = plan
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let runs = Int(lines[0]) { plan.settings.runs = runs }
        if lines.count > 1, let each = Int(lines[1]) { plan.runsPerShard = each }
        plan.settings.municipality = lines.last ?? ""
        plan.arms = Array(lines.dropFirst(2))
        guard plan.runsPerShard >= 1, (1...EnsemblePlan.mostRuns).contains(plan.settings.runs) else { return }
        let again = refusable { try EnsemblePlan.read(json: plan.json, file: "x.json") }
        promise(again == nil || again == plan, "a plan that was written is read as it was")
    }

    private static func shard(_ given: [UInt8]) {
        _ = refusable { try ShardFile(bytes: given, file: "shard-0000.bin") }
        var bytes = ShardHeader.mark + plan.digest + given
        guard bytes.count >= ShardHeader.size else { return }
        let sum = SHA256.hash(data: bytes[..<56] + bytes[ShardHeader.size...])
        bytes.replaceSubrange(56..<ShardHeader.size, with: Array(sum))
        guard let shard = refusable({ try ShardFile(bytes: bytes, file: "shard-0000.bin") }) else { return }
        promise(shard.summaries.count == shard.header.summaryCount, "every run has a summary in every arm")
        _ = refusable { try shard.header.check(against: plan, file: "shard-0000.bin") }
        let again = refusable { try ShardFile(bytes: shard.bytes, file: "again.bin") }
        promise(again?.header == shard.header, "a shard that was written is read as it was")
    }

    private static func journal(_ given: [UInt8]) {
        _ = ShardJournal.entries(given, of: plan)
        guard given.count >= 48 else { return }
        var bytes = given
        let length = UInt64(given.count - 48)
        for byte in 0..<8 { bytes[8 + byte] = UInt8(truncatingIfNeeded: length >> (8 * UInt64(byte))) }
        let sum = SHA256.hash(data: plan.digest + bytes[..<16] + bytes[48...])
        bytes.replaceSubrange(16..<48, with: Array(sum))
        for (place, summary) in ShardJournal.entries(bytes, of: plan) {
            let again = ShardJournal.entries(ShardJournal.entry(place, summary, of: plan), of: plan)
            promise(again[place]?.bytes == summary.bytes, "an entry that was written is read as it was")
        }
    }

    private static let plan = EnsemblePlan(
        program: .init(version: "1", build: "00"), data: "x",
        settings: .init(municipality: "GM0999", level: "buurt", runs: 4, seed: 1, uncertainty: "luck"),
        packages: [], arms: ["nothing", "A"], runsPerShard: 2)
}
