internal import Bilingual
internal import Crypto
public import EvidenceRegister
internal import Foundation
public import Neighbourhoods
public import Perspectives
internal import PolicyTheory
public import WorkingGroup

/// All that a report follows from: the entries of the session, and beside them the data, the studies and the runs that the
/// project holds.
public struct VerslagSource: Sendable {
    /// The code of the session.
    public let code: String
    /// The entries of the evening, in order: until it was closed.
    public let entries: [SessionEntry]
    /// What they come to, as far as may be told: the report of an evening stays as it was closed.
    public let state: SessionState
    /// The session with what was done since.
    public let now: SessionState
    /// What was done since with tasks and questions, in order.
    public let since: [LaterChange]
    /// How many entries there are in all.
    let total: Int
    /// What the group came to.
    public let findings: SessionFindings
    /// The data of the project; nil where it holds no municipality.
    public let studio: Studio?
    /// The municipality whose data are used, where the project holds several.
    public let municipality: AreaCode?
    /// The studies; those of the studio where there is one.
    public let register: EvidenceRegister.Register
    /// The simulations of this municipality that the project keeps, in order of arrival.
    public let runs: [VerslagRun]
    /// The alternatives that a simulation speaks of, in order, each with the run and its package.
    let simulated: [Simulated]
    /// Where others find the workbench, where that is known.
    var address: ServerAddress?
    /// The name and version of the program.
    public let program: String
    /// The seed of the tests against chance.
    public let seed: UInt64

    /// Brings together what a report follows from.
    /// - Throws: `PerspectivesError` when votes cannot be analysed.
    public init(
        code: String, log: SessionLog, studio: Studio?, municipality: AreaCode? = nil,
        runs: [VerslagRun] = [], program: String, seed: UInt64 = 1
    ) throws(PerspectivesError) {
        self.code = code
        let evening = log.evening
        entries = evening.entries
        state = evening.state.told
        now = log.state.told
        since = log.since
        total = log.entries.count
        findings = try SessionFindings(evening.state.told, seed: seed)
        self.studio = studio
        self.municipality = municipality
        register =
            studio?.evidence.state
            ?? ((try? RegisterLog(start: .seed()))?.state ?? EvidenceRegister.Register())
        // A simulation of another municipality says nothing of this one.
        let town = studio?.towns.first { $0.code == municipality } ?? studio?.towns.first
        let own = runs.filter { town == nil || $0.municipality == town?.code.rawValue }
        self.runs = own
        simulated = Self.simulated(evening.state.alternatives, in: own)
        self.program = program
        self.seed = seed
    }

    /// The scene of the local data in `language`.
    func scene(_ language: Language) -> Scene? {
        studio.map { studio in
            var state = PageState()
            state.language = language
            state.municipality = municipality
            return Scene(studio: studio, state: state)
        }
    }

    /// When the session was closed; the last entry where it was not. Milliseconds since 1970.
    var closed: Int64 {
        let closing = entries.last { if case .sessionClosed = $0.event { true } else { false } }
        return (closing ?? entries.last)?.time ?? 0
    }

    /// When the session or what was agreed last changed; seconds since 1970.
    var moment: Int64 { max(closed, since.last?.entry.time ?? 0) / 1000 }

    /// How often what was agreed changed since closing, taking back included.
    var changes: Int { since.count + since.count(where: \.isUndone) }

    /// Seats that somebody sat in.
    var present: [Seat] { state.seats.values.filter(\.wasTaken) }

    /// A checksum of what happened: every entry with its moment, without who sat where, without keys and without the
    /// names that browsers gave to what they sent. It stays the same when seats get other numbers.
    var logHash: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var hash = SHA256()
        for entry in entries {
            guard let bare = AnonymousLog.bare(entry), let data = try? encoder.encode(bare) else { continue }
            hash.update(data: data + [10])
        }
        return Self.hexadecimal(hash.finalize())
    }

    /// A checksum of the votes of a round as the exported file holds them.
    func voteHash(_ round: SessionFindings.Round) -> String {
        Self.hexadecimal(SHA256.hash(data: Data(VoteText.text(round.table).utf8)))
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}
