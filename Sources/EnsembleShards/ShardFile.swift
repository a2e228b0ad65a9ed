public import HousingMarket

/// One shard: some runs of an ensemble in every arm, as one machine hands them to another.
///
/// The file is a ``ShardHeader`` and then, run after run and arm after arm, the length of a summary in eight bytes
/// (little-endian) and the summary. The same runs give the same bytes, wherever and in whatever order they were made.
public struct ShardFile: Sendable {
    /// Where it belongs.
    public let header: ShardHeader
    /// Its summaries: run after run, each in every arm.
    public let summaries: [RunSummary]

    /// Makes the shard `index` of `plan`; nil when there is not one summary for each run and arm.
    public init?(plan: EnsemblePlan, index: Int, summaries: [RunSummary]) {
        header = ShardHeader(plan: plan, index: index)
        guard summaries.count == header.summaryCount else { return nil }
        self.summaries = summaries
    }

    /// The file.
    public var bytes: [UInt8] {
        var payload: [UInt8] = []
        for summary in summaries {
            let one = summary.bytes
            withUnsafeBytes(of: UInt64(one.count).littleEndian) { payload.append(contentsOf: $0) }
            payload += one
        }
        return header.bytes(before: payload) + payload
    }

    /// Reads a file.
    ///
    /// - Parameter file: its name, for errors.
    /// - Throws: ``ShardError`` when it is no shard file or is damaged.
    public init(bytes: [UInt8], file: String) throws(ShardError) {
        header = try ShardHeader(bytes: bytes, file: file)
        var summaries: [RunSummary] = []
        var place = ShardHeader.size
        while bytes.count - place >= 8 {
            let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << (8 * UInt64($1)) }
            place += 8
            guard length <= UInt64(bytes.count - place),
                let summary = RunSummary(bytes: bytes[place..<place + Int(length)])
            else { break }
            summaries.append(summary)
            place += Int(length)
        }
        guard place == bytes.count, summaries.count == header.summaryCount else {
            throw ShardError(
                file, "is damaged: what it holds are not the runs that it names; compute it again.")
        }
        self.summaries = summaries
    }

    /// The name of the file of shard `index`.
    public static func name(_ index: Int) -> String {
        let digits = "\(index)"
        return "shard-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits).bin"
    }

    /// Whether a file of this name would be a shard.
    public static func isName(_ name: String) -> Bool { name.hasPrefix("shard-") && name.hasSuffix(".bin") }
}
