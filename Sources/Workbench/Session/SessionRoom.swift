internal import Logging
public import WorkingGroup

/// One session that is live: takes entries one by one, keeps them, and tells everybody who looks.
///
/// An entry is acknowledged when it is on the disk, not before. Entries that arrive while others are being written go to
/// the disk together with the next ones.
public actor SessionRoom {
    /// The code with which people join.
    public nonisolated let code: String
    private let store: any SessionStore
    private let clock: @Sendable () -> Int64
    /// What is on the disk, and what it comes to with the entries that are on their way.
    private(set) var kept: SessionLog
    private var log: SessionLog
    private var waiting: [Waiting] = []
    private var isWriting = false
    private var listeners: [Int: AsyncStream<SessionPulse>.Continuation] = [:]
    private var nextListener = 0
    private var isTelling = false
    private var heard: (state: SessionState, task: Task<GroupVoice?, Never>, version: Int)?
    private var lastTold = ContinuousClock.now - .seconds(1)
    /// What was found of the votes, and at how many entries; see ``findings()``.
    var found: (version: Int, task: Task<SessionFindings?, Never>)?

    private struct Waiting {
        var entry: SessionEntry
        var answer: CheckedContinuation<Void, any Error>
    }

    /// Pulses are at most so far apart when there is news.
    private static let pace = Duration.milliseconds(250)

    /// More browsers than this do not listen to one session; that is four for each seat.
    static let mostListeners = 2_000

    /// A session with the entries that are kept of it.
    /// - Parameter clock: milliseconds since 1970; where left out, the time of this machine when the room opens and from
    ///   there a clock that nobody sets.
    public init(
        code: String, log: SessionLog, store: any SessionStore, clock: (@Sendable () -> Int64)? = nil
    ) {
        self.code = code
        self.store = store
        if let clock {
            self.clock = clock
        } else {
            let clock = SessionClock(after: log.entries.last?.time)
            self.clock = { clock.now() }
        }
        kept = log
        self.log = log
    }

    /// The session as it stands on the disk.
    public var state: SessionState { kept.state }

    /// What the group has said as far as everybody may see it, with a number that changes when it does. Votes are analysed
    /// again only then, and away from the room, so that votes need not wait for it.
    public func voice() async -> (GroupVoice?, version: Int) {
        let visible = kept.state.visible
        if let heard, heard.state == visible { return (await heard.task.value, heard.version) }
        let version = (heard?.version ?? 0) + 1
        let (code, earlier) = (code, heard?.task)
        let task = Task.detached { () -> GroupVoice? in
            guard GroupVoice.speaks(visible) else { return nil }
            return GroupVoice(code: code, state: visible, earlier: await earlier?.value?.findings)
        }
        heard = (visible, task, version)
        return (await task.value, version)
    }

    /// How many entries are on the disk.
    public var count: Int { kept.entries.count }

    /// Everything that is on the disk, in order.
    public var entries: [SessionEntry] { kept.entries }

    /// The last entry of the chair that can be taken back.
    public var lastUndoable: Int? { kept.undoable.first }

    /// The entries of the chair that can be taken back, the latest first.
    public var undoable: [Int] { kept.undoable }

    /// How many people look at a page of this session now.
    public var connected: Int { listeners.count }

    /// The time of this session, milliseconds since 1970: never before that of the last entry, whatever a clock does.
    public var now: Int64 { max(clock(), log.entries.last?.time ?? .min) }

    /// Takes an entry, and returns when it is on the disk. What was taken before is acknowledged again.
    /// - Throws: `SessionError` when it cannot happen, or what the disk says.
    public func submit(id: String, author: SessionEntry.Author, _ event: SessionEvent) async throws {
        if kept.holds(id) { return }
        let entry = SessionEntry(id: id, time: now, author: author, event: event)
        // Sent twice while the first is on its way: both wait for the same writing.
        if !log.holds(id) {
            try log.checkAllowance(event, by: author)
            try log.append(entry)
        }
        try await withCheckedThrowingContinuation { answer in
            waiting.append(Waiting(entry: entry, answer: answer))
            write()
        }
    }

    private func write() {
        guard !isWriting, !waiting.isEmpty else { return }
        isWriting = true
        let batch = waiting
        waiting = []
        var seen: Set<String> = []
        let entries = batch.map(\.entry).filter { !kept.holds($0.id) && seen.insert($0.id).inserted }
        let known = kept.entries.count
        Task {
            do {
                if !entries.isEmpty { try await store.append(entries, after: known) }
                finish(batch, entries, nil)
            } catch {
                finish(batch, entries, error)
            }
        }
    }

    private func finish(_ batch: [Waiting], _ entries: [SessionEntry], _ failure: (any Error)?) {
        isWriting = false
        if let failure {
            // Nothing of it is on the disk; what came after may rest on it and is refused too.
            let all = batch + waiting
            waiting = []
            log = kept
            for one in all { one.answer.resume(throwing: failure) }
            return
        }
        for entry in entries { _ = try? kept.append(entry) }
        for one in batch { one.answer.resume() }
        tell()
        write()
    }
}

/// That there is news, and of which kind.
public struct SessionPulse: Sendable, Hashable {
    /// How many entries there are.
    public var version: Int
    /// A number that changes only with what phones show: not with every vote.
    public var phase: Int
}

extension SessionRoom {
    /// News from now on, the first pulse at once. A listener that is slow gets the newest pulse only.
    func pulses() -> AsyncStream<SessionPulse> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: SessionPulse.self, bufferingPolicy: .bufferingNewest(1))
        let number = nextListener
        nextListener += 1
        listeners[number] = continuation
        continuation.yield(pulse)
        continuation.onTermination = { [weak self] _ in
            guard let self else { return }
            Task { await self.leave(number) }
        }
        return stream
    }

    private func leave(_ number: Int) { listeners[number] = nil }

    private var pulse: SessionPulse {
        SessionPulse(version: kept.entries.count, phase: kept.state.phoneView.hashValue)
    }

    /// Tells everybody, at most four times a second.
    private func tell() {
        guard !isTelling else { return }
        isTelling = true
        Task {
            let rest = lastTold + Self.pace - .now
            if rest > .zero { try? await Task.sleep(for: rest) }
            send()
        }
    }

    private func send() {
        isTelling = false
        lastTold = .now
        let pulse = pulse
        for listener in listeners.values { listener.yield(pulse) }
    }
}
