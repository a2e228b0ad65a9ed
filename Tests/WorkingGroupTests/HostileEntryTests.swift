import Perspectives
import Testing

@testable import WorkingGroup

/// Entries that no page sends: refused, or without harm.
@Suite struct HostileEntryTests {
    @Test func aMomentOutsideAllCalendarsIsRefused() throws {
        let opening = SessionEvent.sessionOpened(
            title: "x", conference: nil, groupNumber: nil, date: "", place: "")
        for time in [Int64.min, -1, .max] {
            var log = SessionLog()
            #expect(throws: SessionError.self) {
                try log.append(SessionEntry(id: "a", time: time, author: .chair, event: opening))
            }
            #expect(log == SessionLog())
        }
    }

    @Test func aStepBeyondAllNumbersIsRefused() throws {
        var room = try SessionTests.Room(seats: 0)
        #expect(throws: SessionError.self) {
            try room.chair(
                .stepAdded(
                    step: RunStep(number: .max, kind: .other, title: "x", purpose: "", minutes: 5), at: 0))
        }
    }

    @Test func aPriceBeyondAllMoneyIsShownAndNotCounted() throws {
        var room = try SessionTests.Room(seats: 4)
        try room.chair(.budgetSet(millions: 1e300))
        try room.chair(.alternativeSketched(name: "x", package: "", price: 1e300))
        for seat in 0..<4 { try room.seat(seat, .portfolioChosen(alternatives: [1], reason: "")) }
        let choices = try #require(AlternativeChoices(of: room.log.state))
        #expect(choices.bundles.isEmpty && choices.choices.count == 1)
    }
}
