internal import Crypto
internal import Foundation
public import HousingMarket

/// What a shard has finished so far, entry behind entry: a process that is killed loses only the runs under way.
///
/// An entry is the number of the run and of the arm, the length of the summary, a checksum and the summary. Entries
/// count up to the first that is not whole; what a kill cut off is computed again.
public enum ShardJournal {
    private static let head = 48

    /// One run of one arm as an entry.
    public static func entry(_ place: EnsemblePlace, _ summary: RunSummary, of plan: EnsemblePlan) -> [UInt8]
    {
        let payload = summary.bytes
        var bytes: [UInt8] = []
        for number in [UInt64(place.run) << 16 | UInt64(place.arm), UInt64(payload.count)] {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes + checksum(plan.digest, bytes, payload[...]) + payload
    }

    /// The entries that are whole and of this plan.
    public static func entries(_ bytes: [UInt8], of plan: EnsemblePlan) -> [EnsemblePlace: RunSummary] {
        var found: [EnsemblePlace: RunSummary] = [:]
        let digest = plan.digest
        var place = 0
        func number(_ start: Int) -> UInt64 {
            (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) }
        }
        while bytes.count - place >= head {
            let (key, length) = (number(place), number(place + 8))
            let start = place + head
            guard length <= UInt64(bytes.count - start) else { break }
            let payload = bytes[start..<start + Int(length)]
            let sum = checksum(digest, Array(bytes[place..<place + 16]), payload)
            guard bytes[place + 16..<start].elementsEqual(sum), let summary = RunSummary(bytes: payload)
            else { break }
            found[EnsemblePlace(run: Int(key >> 16), arm: Int(key & 0xFFFF))] = summary
            place = start + Int(length)
        }
        return found
    }

    private static func checksum(_ plan: [UInt8], _ head: [UInt8], _ payload: ArraySlice<UInt8>) -> [UInt8] {
        var hash = SHA256()
        for part in [plan[...], head[...], payload] {
            part.withUnsafeBytes { hash.update(bufferPointer: $0) }
        }
        return Array(hash.finalize())
    }
}
