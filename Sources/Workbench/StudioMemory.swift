import Figures
import HousingMarket
import Neighbourhoods
import Origins
import PolicyTheory
import Synchronization

/// Results that many pages need and that follow from the studio alone. Everything in here can be recomputed;
/// forgetting it changes no page.
final class StudioMemory: Sendable {
    /// Map outlines by municipality and year of the boundaries.
    let outlines = Memo<OutlineKey, MapOutlines>(capacity: 32)
    /// The areas that a map shows at first, by the same.
    let cores = Memo<OutlineKey, Set<String>>()
    /// Whole pages by their address; few, because anyone can ask for any address.
    let pages = Memo<String, Answer>(capacity: 64)
    /// What the data say of the claims, by the choices behind them.
    let findings = Memo<ClaimKey, [ClaimFinding]>()
    /// What the data say of the arrows of the policy theory, by the same choices.
    let edges = Memo<ClaimKey, [EdgeFinding]>()
    /// How evenly groups are spread, by the same choices.
    let evenness = Memo<ClaimKey, SegregationSummary>()
    /// How evenly incomes and homes are spread, in full, by the same choices.
    let spread = Memo<ClaimKey, [SpreadReport]>()
    /// Changes of the spread split into causes, by the same choices and the years.
    let changes = Memo<ChangeKey, Derived<SpreadChange>>()
    /// The spread over a region, by the same choices.
    let regions = Memo<SubjectKey, Derived<RegionSpread>>()
    /// How near facilities are to whom, by the same choices.
    let exposures = Memo<ClaimKey, FacilityExposure?>()
    /// Observed origin, in both directions, oldest first for each class.
    let origins = Memo<OriginKey, [OriginMeasures]>()

    /// Starting populations for the mixing desk, by municipality and scale.
    let starts = Memo<StartKey, Result<StartingTown, PopulationError>>(capacity: 4)
    /// Results of simulations by all that they follow from; few, because each takes some megabytes.
    let simulations = Memo<DeskModel.Key, EnsembleResult>(capacity: 12)

    /// Scores of the simulation on years that are past.
    let backtests = Memo<BacktestKey, KeptBacktest>(capacity: 12)

    /// Simulations of readers go through two at a time: a room that votes shares the machine with them.
    let simulating = Turnstile(atOnce: 2)
    /// Chromium and Pandoc are started one at a time: each takes some hundreds of megabytes.
    let printing = Turnstile(atOnce: 1, mostWaiting: 8)

    struct BacktestKey: Hashable, Sendable {
        var town: AreaCode
        var level: AreaLevel
        var years: BacktestYears
    }

    struct KeptBacktest: Sendable {
        var table: BacktestTable?
    }

    struct StartKey: Hashable, Sendable {
        var town: AreaCode
        var level: AreaLevel
    }

    struct OriginKey: Hashable, Sendable {
        var town: AreaCode
        var level: AreaLevel
    }

    struct ClaimKey: Hashable, Sendable {
        var town: AreaCode
        var settings: ClaimSettings
    }

    struct SubjectKey: Hashable, Sendable {
        var subject: SpreadSubject
        var choices: ClaimKey
    }

    struct ChangeKey: Hashable, Sendable {
        var subject: SubjectKey
        var from: Int?
        var to: Int?
    }

    struct OutlineKey: Hashable, Sendable {
        var town: AreaCode
        var level: AreaLevel
        var year: Int
        var isWhole: Bool
    }
}

/// Keeps the results of a pure function by its arguments, up to a number of entries.
///
/// Two callers that ask for the same at the same time may both compute it: a lock held during a long computation
/// would make all others wait.
final class Memo<Key: Hashable & Sendable, Result: Sendable>: Sendable {
    private let kept = Mutex<[Key: Result]>([:])
    private let capacity: Int

    /// An empty memory for `capacity` results. A full memory forgets everything and starts anew, which costs one
    /// recomputation each and keeps the rule simple.
    init(capacity: Int = 256) { self.capacity = capacity }

    /// What is kept for `key`, if anything.
    func known(_ key: Key) -> Result? { kept.withLock { $0[key] } }

    func callAsFunction(_ key: Key, _ compute: () throws -> Result) rethrows -> Result {
        if let found = kept.withLock({ $0[key] }) { return found }
        let result = try compute()
        kept.withLock { kept in
            if kept.count >= capacity { kept.removeAll(keepingCapacity: true) }
            kept[key] = result
        }
        return result
    }
}
