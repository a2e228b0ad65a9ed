public import HousingMarket

/// Shards put together, in whatever order they come: what counts is the place of a run, not when it was read.
public struct ShardMerge: Sendable {
    /// The plan.
    public let plan: EnsemblePlan
    private let digest: [UInt8]
    private var found: [RunSummary?]
    private var isThere: [Bool]

    /// Begins with none.
    public init(_ plan: EnsemblePlan) {
        self.plan = plan
        digest = plan.digest
        found = Array(repeating: nil, count: plan.settings.runs * plan.arms.count)
        isThere = Array(repeating: false, count: plan.shards)
    }

    /// Adds a shard.
    ///
    /// - Parameters:
    ///   - shard: the shard.
    ///   - file: the name of its file, for errors.
    ///   - ensemble: of which the shard must be: its summaries are held against it.
    /// - Throws: ``ShardError`` when it is of another plan, or there already.
    public mutating func add(_ shard: ShardFile, file: String, ensemble: Ensemble) throws(ShardError) {
        try shard.header.check(against: plan, file: file)
        let index = shard.header.index
        guard !isThere[index] else {
            throw ShardError(file, "holds shard \(index), which another file holds too; keep one of them.")
        }
        let first = shard.header.runs.lowerBound * plan.arms.count
        for (place, summary) in shard.summaries.enumerated() {
            guard ensemble.fits(summary, arm: place % plan.arms.count) else {
                throw ShardError(
                    file,
                    "holds a run that does not fit the town of the plan; compute the shard again.")
            }
            found[first + place] = summary
        }
        isThere[index] = true
    }

    /// The shards that are not there yet.
    public var missing: [Int] { isThere.indices.filter { !isThere[$0] } }

    /// The summaries, run after run, each in every arm; nil where a shard is missing.
    public var summaries: [RunSummary?] { found }
}
