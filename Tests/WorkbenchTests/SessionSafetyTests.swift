import HTTPTypes
import Synchronization
import Testing
import WorkingGroup

@testable import Workbench

/// Guessing is slow, right keys always pass, and a page says only what this program says.
@Suite struct SessionSafetyTests {
    /// A clock that stands still until it is moved.
    final class Clock: Sendable {
        private let seconds = Mutex(0.0)
        func now() -> Double { seconds.withLock { $0 } }
        func move(_ step: Double) { seconds.withLock { $0 += step } }
    }

    @Test func aBucketGivesABurstAndThenSoManyASecond() {
        var bucket = TokenBucket(.init(burst: 3, perSecond: 0.5), now: 0)
        for _ in 0..<3 { #expect(bucket.take(at: 0) == 0) }
        #expect(bucket.take(at: 0) == 2)
        #expect(bucket.wait(at: 1) == 1)
        #expect(bucket.take(at: 2) == 0)
        #expect(bucket.take(at: 2) > 0)
        #expect(!bucket.isFull(at: 7.9) && bucket.isFull(at: 8))
        // A clock that goes back gives nothing.
        #expect(bucket.take(at: -100) > 0)
    }

    @Test func oneAddressThatGuessesDoesNotHoldUpAnother() async throws {
        let clock = Clock()
        let throttle = SessionThrottle(clock: { clock.now() })
        for _ in 0..<20 { try await throttle.take(.wrongKey, "10.0.0.1") }
        await #expect(throws: SessionRefusal.tooSoon(seconds: 6)) {
            try await throttle.take(.wrongKey, "10.0.0.1")
        }
        try await throttle.take(.wrongKey, "10.0.0.2")
        clock.move(6)
        try await throttle.take(.wrongKey, "10.0.0.1")
        // Many addresses together are held off as one, also after each of them is forgotten.
        clock.move(1_000)
        for one in 0..<100 { try await throttle.take(.wrongKey, "10.1.0.\(one)") }
        await #expect(throws: SessionRefusal.tooSoon(seconds: 1)) {
            try await throttle.take(.wrongKey, "10.2.0.1")
        }
    }

    @Test func memoryStaysSmallWhateverComesBy() async throws {
        let clock = Clock()
        let throttle = SessionThrottle(clock: { clock.now() })
        for one in 0..<25_000 {
            clock.move(0.01)
            try await throttle.take(.sending, "\(one)")
        }
        #expect(await throttle.remembered <= 10_000)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"), ("2001:db8::9", "2001:db8:0:0"),
        ("fe80::1%eth0", "fe80:0:0:0"), ("::1", "0:0:0:0"), ("::ffff:192.0.2.7", "::ffff:192.0.2.7"),
    ]) func oneHouseholdCountsAsOne(address: String, subscriber: String) {
        #expect(PeerAddress.subscriber(address) == subscriber)
    }

    @Test func keysAreComparedWhole() {
        #expect(SessionCode.isEqual("AB12", "AB12") && SessionCode.isEqual("", ""))
        for other in ["AB13", "BB12", "AB1", "AB123", ""] { #expect(!SessionCode.isEqual("AB12", other)) }
        #expect(Set((0..<1_000).map { _ in SessionCode.seat() }).count == 1_000)
        #expect(SessionCode.seat().count == 12)
    }

    @Test func guessingASeatIsHeldOffInWordsAndWhoSitsThereIsNot() async throws {
        let evening = try await SessionEvening([
            .statementProposed(text: "Een", source: .prepared, claims: []), .votingOpened(round: 1),
        ])
        try await evening.visit { visitor in
            let seat = try await visitor.join()
            for _ in 0..<20 {
                let guess = try await visitor.send(
                    .post, fields: [("doe", "meedoen"), ("plaats", SessionCode.seat())])
                #expect(guess.status == 422)
            }
            // Now not even the right code is looked at, nor a cookie that was made up.
            let tries: [([(String, String)], String?)] = [
                ([("doe", "meedoen"), ("plaats", "PLAATSTWAALF")], nil),
                ([("doe", "stem"), ("stelling", "1"), ("stem", "1")], "plaats-KWLM42=\(SessionCode.seat())"),
            ]
            for (fields, cookie) in tries {
                let answer = try await visitor.send(.post, fields: fields, cookie: cookie)
                #expect(answer.status == 429)
                #expect(Int(answer.headers[.retryAfter] ?? "") ?? 0 >= 1)
                #expect(answer.body.contains("Wacht") && !answer.body.contains("\n"))
            }
            let page = try await visitor.send(.get, cookie: "plaats-KWLM42=GERADEN", isQuiet: false)
            #expect(page.status == 429 && page.body.contains("Dit lukt nu niet"))
            #expect(try await visitor.send(.get, "/s/GERADEN").status == 429)
            let vote = [("doe", "stem"), ("stelling", "1"), ("stem", "1")]
            #expect(try await visitor.send(.post, fields: vote, cookie: seat).status == 204)
            let key = "voorzitter-KWLM42=\(SessionEvening.chairKey)"
            #expect(try await visitor.send(.get, "/s/KWLM42/voorzitter", cookie: key).status == 200)
        }
    }

    @Test func theChairsKeyIsNotGuessedAndAWrongLinkChangesNothing() async throws {
        let evening = try await SessionEvening()
        try await evening.visit { visitor in
            for _ in 0..<20 {
                let answer = try await visitor.send(.get, "/s/KWLM42/voorzitter?sleutel=\(SessionCode.key())")
                #expect(answer.status == 403 && answer.cookie == nil)
            }
            #expect(try await visitor.send(.get, "/s/KWLM42/voorzitter?sleutel=NOGEEN").status == 429)
            let right = try await visitor.send(
                .get, "/s/KWLM42/voorzitter?sleutel=\(SessionEvening.chairKey)")
            #expect(
                right.status == 303
                    && right.headers[.setCookie]?.contains("HttpOnly; SameSite=Strict") == true)
        }
    }

    @Test func anAddressCannotMakeThePageSaySomething() async throws {
        let evening = try await SessionEvening()
        try await evening.visit { visitor in
            for query in [
                "?fout=Bel+06", "?fout=Bel+06&zegel=00", "?fout=Bel+06&zegel=\(SessionSeal.mark("Bel 07"))",
            ] {
                #expect(try await !visitor.page(query, cookie: "").contains("Bel 06"))
            }
            let own = try await visitor.page("?" + SessionSeal.query("Bel 06 & \"<b>"), cookie: "")
            #expect(own.contains("Bel 06 &amp; &quot;&lt;b&gt;"))
        }
    }

    @Test func formsOfOtherSitesAndTooMuchTextAreRefused() async throws {
        let evening = try await SessionEvening()
        try await evening.visit { visitor in
            let foreign = try await visitor.send(
                .post, "/s/KWLM42", [("doe", "meedoen")], site: "cross-site")
            #expect(foreign.status == 403 && foreign.body.contains("andere website"))
            let long = try await visitor.send(
                .post, fields: [("doe", "schrijf"), ("tekst", String(repeating: "a", count: 20_000))])
            #expect(long.status == 413 && long.body.contains("te veel tekst"))
            for path in ["/s/KWLM42", "/s/KWLM42/scherm", "/s/KWLM42/voorzitter"] {
                let answer = try await visitor.send(.get, path)
                let policy = answer.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.contains("default-src 'self'") && !policy.contains("unsafe"))
                #expect(!answer.body.contains("<style") && !answer.body.contains("style=\""))
                #expect(!answer.body.contains(" onclick") && !answer.body.contains("<script>"))
            }
        }
    }

    @Test func joiningByTheHundredIsHeldOff() async throws {
        let evening = try await SessionEvening()
        // A clock that stands still: how fast the test runs must not matter. A hall full of phones has joined already.
        let throttle = SessionThrottle(clock: { 0 })
        for _ in 0..<1_195 { try await throttle.take(.joining, PeerAddress.subscriber(nil)) }
        try await evening.visit(gate: SessionGate(throttle: throttle)) { visitor in
            var statuses: [Int] = []
            for _ in 0..<8 {
                statuses.append(try await visitor.send(.post, fields: [("doe", "meedoen")]).status)
            }
            #expect(statuses == [204, 204, 204, 204, 204, 429, 429, 429])
            // A seat that was made ready is not in the queue of those who come without a code.
            let invited = [("doe", "meedoen"), ("plaats", "PLAATSTWAALF")]
            #expect(try await visitor.send(.post, fields: invited).status == 204)
        }
    }

    @Test func aSeatThatFloodsIsHeldOff() async throws {
        let evening = try await SessionEvening([
            .statementProposed(text: "Een", source: .prepared, claims: []), .votingOpened(round: 1),
        ])
        try await evening.visit(gate: SessionGate(throttle: SessionThrottle(clock: { 0 }))) { visitor in
            let seat = try await visitor.join()
            let vote = [("doe", "stem"), ("stelling", "1"), ("stem", "1")]
            var statuses: [Int] = []
            for _ in 0..<230 {
                statuses.append(try await visitor.send(.post, fields: vote, cookie: seat).status)
            }
            #expect(statuses.prefix(200).allSatisfy { $0 == 204 })
            #expect(statuses.dropFirst(200).allSatisfy { $0 == 429 })
            let other = try await visitor.join()
            #expect(try await visitor.send(.post, fields: vote, cookie: other).status == 204)
        }
    }
}
