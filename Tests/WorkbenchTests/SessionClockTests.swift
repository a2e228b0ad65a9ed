import Bilingual
import Figures
import Perspectives
import Synchronization
import Testing
import WorkingGroup

@testable import Workbench

/// The clock of a laptop may be set in the middle of an evening, by hours or days, forward or back.
@Suite struct SessionClockTests {
    /// Both clocks of a machine: one that anybody sets, one that only goes forward.
    final class Machine: Sendable {
        private let clocks = Mutex((wall: Int64(1_795_719_600_000), steady: Duration.zero))
        var wall: Int64 { clocks.withLock { $0.wall } }
        var steady: Duration { clocks.withLock { $0.steady } }
        func pass(minutes: Int64) {
            clocks.withLock {
                $0.wall += minutes * 60_000
                $0.steady += .seconds(minutes * 60)
            }
        }
        func set(hours: Int64) { clocks.withLock { $0.wall += hours * 3_600_000 } }

        func clock(after last: Int64? = nil) -> SessionClock {
            SessionClock(after: last, wall: { self.wall }, steady: { self.steady })
        }
    }

    /// A disk that takes everything.
    struct Disk: SessionStore {
        func append(_ entries: [SessionEntry], after known: Int) async throws {}
    }

    private func room(_ machine: Machine, _ log: SessionLog = SessionLog()) -> SessionRoom {
        let clock = machine.clock(after: log.entries.last?.time)
        return SessionRoom(code: "AB12CD", log: log, store: Disk(), clock: { clock.now() })
    }

    private func begin(_ room: SessionRoom) async throws {
        try await room.submit(
            id: "open", author: .chair,
            .sessionOpened(title: "Groep 2", conference: nil, groupNumber: nil, date: "", place: ""))
        let step = RunStep(number: 1, kind: .voting, title: "Stemmen", purpose: "", minutes: 20)
        try await room.submit(id: "step", author: .chair, .stepAdded(step: step, at: 0))
        try await room.submit(id: "start", author: .chair, .stepStarted(step: 1))
    }

    private func rest(_ room: SessionRoom) async throws -> Int {
        let state = await room.state
        let running = try #require(state.running)
        let now = await room.now
        let markup = SessionPage.clock(running, minutes: 20, now: now, .dutch).render()
        let text = try #require(markup.firstMatch(of: #/data-rest="(-?\d+)"/#)?.1)
        return try #require(Int(text))
    }

    @Test(arguments: [-72, -3, 3, 72] as [Int64])
    func aStepHasLeftWhatItHadWhenTheClockIsSet(hours: Int64) async throws {
        let machine = Machine()
        let room = room(machine)
        try await begin(room)
        machine.pass(minutes: 5)
        #expect(try await rest(room) == 15 * 60_000)
        machine.set(hours: hours)
        #expect(try await rest(room) == 15 * 60_000)
        machine.pass(minutes: 20)
        #expect(try await rest(room) == -5 * 60_000)
    }

    @Test(arguments: [-72, 72] as [Int64])
    func entriesKeepTheirOrderAndDistanceAlsoOverANewStart(hours: Int64) async throws {
        let machine = Machine()
        let first = room(machine)
        try await begin(first)
        machine.set(hours: hours)
        machine.pass(minutes: 10)
        try await first.submit(id: "kind", author: .chair, .absenceNoted(party: "huurders"))
        // The program stops and starts again while the clock is wrong.
        let second = room(machine, await first.kept)
        machine.pass(minutes: 1)
        try await second.submit(id: "later", author: .chair, .timeAdded(minutes: 5))
        let entries = await second.entries
        let times = entries.map(\.time)
        #expect(times == times.sorted())
        #expect(times[3] - times[2] == 10 * 60_000)
        if hours < 0 {
            #expect(times[4] - times[3] == 60_000)
            #expect(try await rest(second) == 9 * 60_000 + 5 * 60_000 - 0)
        }
        #expect(entries.map(\.id) == ["open", "step", "start", "kind", "later"])
    }

    @Test func aClockThatGoesBackWritesNoEarlierMoment() async throws {
        let jumping = Mutex([9_000, 5_000, 7_000, 1_000, 12_000] as [Int64])
        let room = SessionRoom(
            code: "AB12CD", log: SessionLog(), store: Disk(),
            clock: { jumping.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } })
        try await begin(room)
        try await room.submit(id: "a", author: .chair, .absenceNoted(party: "a"))
        try await room.submit(id: "b", author: .chair, .absenceNoted(party: "b"))
        #expect(await room.entries.map(\.time) == [9_000, 9_000, 9_000, 9_000, 12_000])
    }

    /// Files of earlier versions may hold times that go back: what a session comes to rests on the order alone.
    @Test func whatASessionComesToDoesNotDependOnTheTimesOfItsEntries() throws {
        let log = try Evening.full()
        var entries = log.entries
        for place in entries.indices { entries[place].time = Int64(1_000_000 - place * 7_919 % 4_001) }
        let again = try SessionLog(replaying: entries).state
        #expect(again.votes == log.state.votes && again.statements == log.state.statements)
        #expect(again.tasks == log.state.tasks && again.isClosed)
        let spent = StepTimes(entries, closed: 0).times.values.map(\.milliseconds)
        #expect(!spent.isEmpty && spent.allSatisfy { $0 >= 0 })
    }
}
