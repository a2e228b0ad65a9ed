import Bilingual
import Perspectives
import WorkingGroup

/// Keeps what a session came to until there is news, so that every form of the report rests on one calculation.
actor VerslagDesk {
    private let studio: Studio
    private let runs: [VerslagRun]
    private let program: String
    private let address: ServerAddress?
    private var known: [String: VerslagSource] = [:]

    init(studio: Studio, runs: [VerslagRun], program: String, address: ServerAddress? = nil) {
        self.studio = studio
        self.runs = runs
        self.program = program
        self.address = address
    }

    /// The source of the report of a room, as it stands on the disk.
    func source(_ room: SessionRoom) async throws -> VerslagSource {
        let log = await room.kept
        // The entries only ever grow, so their number says whether there is news.
        if let found = known[room.code], found.total == log.entries.count { return found }
        var made = try VerslagSource(code: room.code, log: log, studio: studio, runs: runs, program: program)
        made.address = address
        known[room.code] = made
        return made
    }

    /// Does `work`, for which another program is started, behind what is being made already: a chair who presses a button ten
    /// times must not take the machine from a room that votes.
    nonisolated func making<Result: Sendable>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await studio.memory.printing(work)
        } catch is Turnstile.TooMany {
            throw WorkbenchError.tooManyFiles
        }
    }
}
