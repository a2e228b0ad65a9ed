import Foundation
import Perspectives
import Testing
import WorkingGroup

@testable import Workbench

/// What is acknowledged is kept, once, and everybody hears of it.
@Suite struct SessionRoomTests {
    /// A disk that can be slow or refuse.
    actor Disk: SessionStore {
        private(set) var entries: [SessionEntry] = []
        private(set) var writes = 0
        var refuses = false

        struct Full: Error {}

        func append(_ new: [SessionEntry], after known: Int) async throws {
            try? await Task.sleep(for: .milliseconds(2))
            if refuses { throw Full() }
            #expect(known == entries.count)
            entries += new
            writes += 1
        }

        func refuse(_ refuses: Bool) { self.refuses = refuses }
    }

    private func room(_ disk: Disk, seats: Int) async throws -> SessionRoom {
        let room = SessionRoom(code: "AB12CD", log: SessionLog(), store: disk, clock: { 1 })
        try await room.submit(
            id: "open", author: .chair,
            .sessionOpened(title: "Groep 2", conference: nil, groupNumber: nil, date: "", place: ""))
        for seat in 0..<seats {
            try await room.submit(id: "o\(seat)", author: .system, .seatOpened(seat: "S\(seat)"))
            try await room.submit(id: "t\(seat)", author: .seat(code: "S\(seat)"), .seatTaken(kind: nil))
        }
        try await room.submit(
            id: "s1", author: .chair, .statementProposed(text: "Een", source: .prepared, claims: []))
        try await room.submit(id: "v1", author: .chair, .votingOpened(round: 1))
        return room
    }

    @Test func twoHundredVotesAtOnceAreAllKeptOnceInFewWrites() async throws {
        let disk = Disk()
        let room = try await room(disk, seats: 200)
        let before = await disk.writes
        try await withThrowingTaskGroup(of: Void.self) { group in
            for seat in 0..<200 {
                for _ in 0..<2 {
                    group.addTask {
                        try await room.submit(
                            id: "vote\(seat)", author: .seat(code: "S\(seat)"),
                            .voteCast(statement: 1, vote: seat % 2 == 0 ? .agree : .disagree))
                    }
                }
            }
            try await group.waitForAll()
        }
        let state = await room.state
        #expect(state.progress(1).some == 200)
        let kept = await disk.entries
        #expect(Set(kept.map(\.id)).count == kept.count)
        #expect(try SessionLog(replaying: kept).state == state)
        #expect(await disk.writes - before < 100, "votes go to the disk together")
    }

    @Test func whatTheDiskRefusesDidNotHappen() async throws {
        let disk = Disk()
        let room = try await room(disk, seats: 1)
        let before = await room.state
        await disk.refuse(true)
        await #expect(throws: Disk.Full.self) {
            try await room.submit(id: "x", author: .seat(code: "S0"), .voteCast(statement: 1, vote: .agree))
        }
        #expect(await room.state == before)
        await disk.refuse(false)
        try await room.submit(id: "x", author: .seat(code: "S0"), .voteCast(statement: 1, vote: .agree))
        #expect(await room.state.progress(1).some == 1)
    }

    @Test func whatCannotHappenIsRefusedAndNotKept() async throws {
        let disk = Disk()
        let room = try await room(disk, seats: 1)
        let count = await disk.entries.count
        await #expect(throws: SessionError.onlyTheChair) {
            try await room.submit(id: "y", author: .seat(code: "S0"), .votingClosed)
        }
        #expect(await disk.entries.count == count)
    }

    @Test func listenersHearTheNewestAndAVoteIsNoNewsForPhones() async throws {
        let disk = Disk()
        let room = try await room(disk, seats: 2)
        var pulses = await room.pulses().makeAsyncIterator()
        let first = try #require(await pulses.next())
        #expect(await room.connected == 1)
        for seat in 0..<2 {
            try await room.submit(
                id: "p\(seat)", author: .seat(code: "S\(seat)"), .voteCast(statement: 1, vote: .pass))
        }
        var last = first
        while last.version < first.version + 2 { last = try #require(await pulses.next()) }
        #expect(last.phase == first.phase)
        try await room.submit(id: "dicht", author: .chair, .votingClosed)
        while last.version < first.version + 3 { last = try #require(await pulses.next()) }
        #expect(last.phase != first.phase)
    }
}
