import Foundation
import GroupDecision
import Stochastics

/// Random groups for property tests, the same on every run.
struct RandomGroups {
    var stream: RandomStream

    init(_ entity: UInt32) {
        stream = RandomStream(seed: 11, entity: entity, purpose: .selfTest)
    }

    mutating func order(_ count: Int) -> [Int] { Array(0..<count).shuffled(using: &stream) }

    /// A profile with about a third of the candidates in shared tiers if `weak`.
    mutating func profile(candidates: Int, ballots: Int, weak: Bool = false) throws -> RankedProfile {
        let ballots = (0..<ballots).map { _ in
            var tiers: [[Int]] = []
            for candidate in order(candidates) {
                if weak, !tiers.isEmpty, stream.unit() < 0.35 {
                    tiers[tiers.count - 1].append(candidate)
                } else {
                    tiers.append([candidate])
                }
            }
            return RankedBallot(tiers: tiers, count: 1 + Int(stream.integer(below: 3)))
        }
        return try RankedProfile(candidateCount: candidates, ballots: ballots)
    }

    /// Approval sets, each candidate approved with the same chance.
    mutating func approvals(candidates: Int, voters: Int, chance: Double = 0.4) -> [[Int]] {
        (0..<voters).map { _ in (0..<candidates).filter { _ in stream.unit() < chance } }
    }

    /// Standard Gumbel noise.
    mutating func gumbel() -> Double { -log(-log(stream.openUnit())) }
}
