internal import Crypto
internal import Foundation

/// The first bytes of a shard file: of which plan it is, which runs it holds, and a checksum over all the rest.
///
/// 88 bytes: eight of a mark, 32 of the plan's name, four whole numbers of four bytes (index, first run, number of
/// runs, number of arms; little-endian), then the SHA-256 over those and over what follows.
public struct ShardHeader: Sendable, Hashable {
    /// The SHA-256 of the plan.
    public var plan: [UInt8]
    /// The number of the shard.
    public var index: Int
    /// Its runs.
    public var runs: Range<Int>
    /// How many arms each run has.
    public var arms: Int
    /// How many summaries follow; nil where the header names more than can be.
    var summaryCount: Int? {
        let product = runs.count.multipliedReportingOverflow(by: arms)
        return product.overflow ? nil : product.partialValue
    }

    static let mark = Array("MPSHARD1".utf8)
    static let size = 88
    private static let checked = 56

    init(plan: EnsemblePlan, index: Int) {
        self.plan = plan.digest
        self.index = index
        runs = plan.runs(ofShard: index)
        arms = plan.arms.count
    }

    /// Reads the header of a whole file and holds all of the file against its checksum.
    ///
    /// - Throws: ``ShardError`` when it is no shard file or is damaged.
    public init(bytes: [UInt8], file: String) throws(ShardError) {
        guard bytes.count >= Self.size else {
            throw ShardError(
                file,
                "is damaged: \(bytes.count) bytes are too few for a shard; compute it again.")
        }
        guard bytes.starts(with: Self.mark) else {
            throw ShardError(file, "is no shard file of this program, or damaged; compute it again.")
        }
        let sum = Self.checksum(bytes[..<Self.checked], bytes[Self.size...])
        guard bytes[Self.checked..<Self.size].elementsEqual(sum) else {
            throw ShardError(
                file, "is damaged: its checksum does not fit what it holds; compute it again.")
        }
        func number(_ place: Int) -> Int {
            (0..<4).reduce(0) { $0 | Int(bytes[40 + place * 4 + $1]) << (8 * $1) }
        }
        plan = Array(bytes[8..<40])
        index = number(0)
        runs = number(1)..<number(1) + number(2)
        arms = number(3)
    }

    /// The header in front of `payload`.
    func bytes(before payload: [UInt8]) -> [UInt8] {
        var bytes = Self.mark + plan
        for number in [index, runs.lowerBound, runs.count, arms] {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) {
                bytes.append(contentsOf: $0)
            }
        }
        return bytes + Self.checksum(bytes[...], payload[...])
    }

    /// Holds the header against the plan to which it should belong.
    ///
    /// - Throws: ``ShardError`` when it is of another plan or place.
    public func check(against plan: EnsemblePlan, file: String) throws(ShardError) {
        guard self.plan == plan.digest else {
            throw ShardError(
                file,
                "belongs to plan \(Hexadecimal.text(self.plan.prefix(8)))…, this is plan \(plan.name.prefix(16))…; take it out of this folder and compute the shard again."
            )
        }
        guard (0..<plan.shards).contains(index), self == ShardHeader(plan: plan, index: index) else {
            throw ShardError(
                file,
                "holds shard \(index) with runs \(runs.lowerBound) to \(runs.upperBound - 1), which the plan does not have; take it out of this folder."
            )
        }
    }

    private static func checksum(_ head: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> [UInt8] {
        var hash = SHA256()
        for part in [head, rest] { part.withUnsafeBytes { hash.update(bufferPointer: $0) } }
        return Array(hash.finalize())
    }
}
