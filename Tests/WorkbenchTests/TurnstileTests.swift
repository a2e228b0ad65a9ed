import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Workbench

/// Heavy work goes through a few at a time, and a request comes in whole or its connection is closed.
@Suite struct TurnstileTests {
    private actor Inside {
        private var now = 0
        private(set) var most = 0

        func enter() {
            now += 1
            most = max(most, now)
        }

        func leave() { now -= 1 }
    }

    @Test func soManyAreInsideAndAllComeThrough() async throws {
        let turnstile = Turnstile(atOnce: 2)
        let inside = Inside()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try await turnstile {
                        await inside.enter()
                        try await Task.sleep(for: .milliseconds(2))
                        await inside.leave()
                        return number
                    }
                }
            }
            var through: Set<Int> = []
            for try await one in group { through.insert(one) }
            #expect(through.count == 20)
        }
        #expect(await inside.most == 2)
    }

    @Test func whoComesWhenTooManyWaitIsRefusedAndAFailureLetsTheNextIn() async throws {
        struct Failed: Error {}
        let turnstile = Turnstile(atOnce: 1, mostWaiting: 0)
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let (started, starter) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await turnstile {
                starter.finish()
                for await _ in gate {}
                throw Failed()
            }
        }
        for await _ in started {}
        await #expect(throws: Turnstile.TooMany.self) { try await turnstile { 1 } }
        opener.finish()
        await #expect(throws: Failed.self) { try await first.value }
        #expect(try await turnstile { 2 } == 2)
    }

    private func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: RequestDeadline(patience: .seconds(30)))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 80)).wait()
        return channel
    }

    private func head() -> HTTPRequestPart {
        .head(.init(method: .post, scheme: "http", authority: "x", path: "/"))
    }

    @Test func aFormThatDripsInIsCutOffAndOneThatIsWholeIsNot() throws {
        let dripping = try channel()
        try dripping.writeInbound(head())
        for _ in 0..<29 {
            dripping.embeddedEventLoop.advanceTime(by: .seconds(1))
            try dripping.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "a")))
        }
        #expect(dripping.isActive)
        dripping.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!dripping.isActive)

        let whole = try channel()
        try whole.writeInbound(head())
        try whole.writeInbound(HTTPRequestPart.end(nil))
        whole.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(whole.isActive, "an answer may take as long as it takes, as news does")
        try whole.writeInbound(head())
        whole.embeddedEventLoop.advanceTime(by: .seconds(30))
        #expect(!whole.isActive, "the next request has its own time")
    }

    @Test func aConnectionThatSaysNothingIsCutOff() throws {
        let silent = try channel()
        silent.embeddedEventLoop.advanceTime(by: .seconds(30))
        #expect(!silent.isActive)
    }

    @Test func workOfAReaderWhoLeavesIsToldToStop() async throws {
        for event in [ChannelEvent.inputClosed, ChannelEvent.outputClosed] {
            let presence = ReaderPresence()
            let channel = EmbeddedChannel(handler: presence)
            await presence.during { sign in
                channel.pipeline.fireUserInboundEventTriggered(event)
                #expect(sign.isRaised == (event == .inputClosed))
            }
            await presence.during {
                #expect($0.isRaised == (event == .inputClosed), "it knows it of later work")
            }
            _ = try? channel.finish()
            await presence.during { #expect($0.isRaised, "a closed connection has no reader") }
        }
    }

    @Test(.timeLimit(.minutes(1))) func aChairIsToldThatFilesAreBeingMadeAlready() async throws {
        let studio = SmallTown.studio(side: 2)
        let desk = VerslagDesk(studio: studio, runs: [], program: "Mengpaneel")
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let (started, starter) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await desk.making {
                starter.finish()
                for await _ in gate {}
                return 0
            }
        }
        for await _ in started {}
        // One is inside, eight may wait; of nine more one is too many.
        let refused = await withTaskGroup(of: Bool.self) { group in
            for number in 1...9 {
                group.addTask {
                    do { return try await desk.making { number } == 0 } catch WorkbenchError.tooManyFiles {
                        opener.finish()
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused == 1)
        #expect(try await first.value == 0)
    }
}
