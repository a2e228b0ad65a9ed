import GroupDecision
import Stochastics
import Testing

@Suite struct CommitteeTests {
    @Test func aCommitteeOfOneUnderProportionalApprovalIsTheMostApproved() throws {
        for case_ in 0..<40 as Range<UInt32> {
            var groups = RandomGroups(600 + case_)
            let profile = try ApprovalProfile(
                candidateCount: 6, approvals: groups.approvals(candidates: 6, voters: 9))
            let approval = try profile.committees(of: 1, by: .approval)
            for method in [
                CommitteeMethod.proportionalApproval, .sequentialProportionalApproval, .chamberlinCourant,
                .sequentialPhragmen,
            ] {
                #expect(try profile.committees(of: 1, by: method).tied == approval.tied)
            }
        }
    }

    @Test func renamingCandidatesRenamesEveryCommittee() throws {
        for case_ in 0..<25 as Range<UInt32> {
            var groups = RandomGroups(700 + case_)
            let approvals = groups.approvals(candidates: 6, voters: 8)
            let names = groups.order(6)
            let profile = try ApprovalProfile(candidateCount: 6, approvals: approvals)
            let renamed = try ApprovalProfile(
                candidateCount: 6, approvals: approvals.reversed().map { $0.map { names[$0] } })
            for method in CommitteeMethod.allCases {
                let expected = try profile.committees(of: 3, by: method).tied.map {
                    $0.map { names[$0] }.sorted()
                }
                let found = try renamed.committees(of: 3, by: method).tied
                #expect(Set(found) == Set(expected), "\(method) in group \(case_)")
            }
        }
    }

    @Test func exactCommitteesAgreeWithTryingAll() throws {
        for case_ in 0..<20 as Range<UInt32> {
            var groups = RandomGroups(800 + case_)
            let profile = try ApprovalProfile(
                candidateCount: 8, approvals: groups.approvals(candidates: 8, voters: 11))
            let all = (0..<256).map { set in (0..<8).filter { set & 1 << $0 != 0 } }.filter { $0.count == 3 }
            let harmonic = [0, 6, 9, 11]
            let sums = all.map { committee in
                profile.representation(by: committee).reduce(0) { $0 + harmonic[$1] }
            }
            let covered = all.map { committee in profile.representation(by: committee).filter { $0 > 0 }.count
            }
            let distances = all.map { committee in
                zip(profile.representation(by: committee), profile.approvals).map { -($1.count + 3 - 2 * $0) }
                    .min() ?? 0
            }
            for (method, scores) in [
                (CommitteeMethod.proportionalApproval, sums), (.chamberlinCourant, covered),
                (.minimaxApproval, distances),
            ] {
                let best = zip(all, scores).filter { $0.1 == scores.max() }.map(\.0)
                #expect(Set(try profile.committees(of: 3, by: method).tied) == Set(best), "\(method)")
            }
        }
    }

    @Test func aUnitedMinorityGetsItsShareUnderProportionalMethods() throws {
        // 6 people want 0 to 3, 2 people want 4 and 5; 4 seats.
        let approvals = (0..<6).map { _ in [0, 1, 2, 3] } + (0..<2).map { _ in [4, 5] }
        let profile = try ApprovalProfile(candidateCount: 6, approvals: approvals)
        for method in [CommitteeMethod.proportionalApproval, .sequentialPhragmen, .equalShares] {
            for committee in try profile.committees(of: 4, by: method).tied {
                #expect(committee.filter { $0 >= 4 }.count == 1, "\(method)")
            }
        }
        let approval = try profile.committees(of: 4, by: .approval)
        #expect(approval.tied == [[0, 1, 2, 3]])
        #expect(approval.gap == 4)
    }

    @Test func everyRuleGivesCommitteesOfTheSizeAskedAmongThirtyCandidates() throws {
        var groups = RandomGroups(900)
        let profile = try ApprovalProfile(
            candidateCount: 30, approvals: groups.approvals(candidates: 30, voters: 40, chance: 0.2))
        for method in CommitteeMethod.allCases {
            let view = try profile.committees(of: 4, by: method)
            #expect(!view.tied.isEmpty && view.tied.allSatisfy { Set($0).count == 4 }, "\(method)")
        }
    }

    @Test func unusableApprovalsAreRefused() throws {
        #expect(throws: GroupDecisionError.empty(what: "ballots")) {
            try ApprovalProfile(candidateCount: 3, approvals: [])
        }
        #expect(throws: GroupDecisionError.unknownCandidate(ballot: 0, candidate: 3, candidateCount: 3)) {
            try ApprovalProfile(candidateCount: 3, approvals: [[3]])
        }
        let profile = try ApprovalProfile(candidateCount: 3, approvals: [[0], []])
        #expect(throws: GroupDecisionError.self) { try profile.committees(of: 4, by: .approval) }
        #expect(try profile.committees(of: 3, by: .equalShares).tied == [[0, 1, 2]])
    }
}
