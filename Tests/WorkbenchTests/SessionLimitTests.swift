import Bilingual
import HTTPTypes
import Testing
import WorkingGroup

@testable import Workbench

/// More than a room can hold is refused in a sentence.
@Suite struct SessionLimitTests {
    @Test func tooManyListenersAreRefusedInWords() async throws {
        let evening = try await SessionEvening()
        var listeners: [AsyncStream<SessionPulse>] = []
        for _ in 0..<SessionRoom.mostListeners { listeners.append(await evening.room.pulses()) }
        #expect(await evening.room.connected == SessionRoom.mostListeners)
        try await evening.visit { visitor in
            let answer = try await visitor.send(.get, "/s/\(SessionEvening.code)/nieuws")
            #expect(answer.status == 503)
            #expect(answer.body == SessionRefusal.tooBusy.text.nl)
            #expect(answer.headers[.retryAfter] == "60")
            // Whoever votes is not kept out by those who look.
            _ = try await visitor.join()
        }
        #expect(listeners.count == SessionRoom.mostListeners)
        // One that leaves makes room for the next.
        listeners.removeAll()
        while await evening.room.connected > 0 { await Task.yield() }
    }
}
