import GroupDecision
import ReferenceFiles
import Testing

/// Ballots that nobody casts in earnest: refused in one line, or counted in reasonable time.
@Suite struct HostileBallotTests {
    @Test func moreVotersThanPeopleOnEarthAreRefused() {
        #expect(throws: GroupDecisionError.self) {
            try RankedProfile(
                candidateCount: 2,
                ballots: [
                    RankedBallot(order: [0], count: .max), RankedBallot(order: [1], count: .max),
                ])
        }
        let each = RankedProfile.mostVoters
        #expect(throws: GroupDecisionError.self) {
            try RankedProfile(candidateCount: 2, orders: [[0, 1], [1, 0]], counts: [each, 1])
        }
    }

    @Test func gradesBeyondAllMeasureAreRefused() {
        #expect(throws: GroupDecisionError.self) { try GradeProfile(grades: [[.max, 1], [.max, 1]]) }
        #expect(throws: GroupDecisionError.self) { try GradeProfile(grades: [[.min]]) }
    }

    @Test func aLabelMayBeALargerNumberThanAnyPlace() {
        #expect(JSONValue.number(1e300).label == "1e+300")
        #expect(JSONValue.number(12).label == "12")
    }
}
