internal import Bilingual
public import Neighbourhoods

/// How well each area is served by recreational, educational and economic facilities, in standard deviations from
/// the municipal mean; positive is better served.
///
/// Within a function every variable is standardised over the areas (weighted by residents) and turned so that more
/// is better; their mean is the function's score, and the mean over the functions the index. Distances and numbers
/// within reach are used where a function has them; what residents say of its facilities only where it has none.
/// A variable takes part when it is known in at least half of the areas and varies. An area needs every function
/// that takes part.
public enum FacilityAccess {
    /// The functions that the policy theory names.
    public static let functions: [FacilityFunction] = [.recreational, .educational, .economic]

    /// The measure for every area, or nil when no function has data.
    /// - Parameter year: the year wanted; each variable gives its nearest one. Nil takes the newest.
    public static func of(_ dataset: Dataset, at level: AreaLevel, year: Int? = nil) -> AreaMeasure? {
        of(AreaFrame(dataset, level: level, year: year), near: year)
    }

    static func of(_ frame: AreaFrame, near year: Int?) -> AreaMeasure? {
        let parts = functions.compactMap { function in part(function, in: frame, near: year) }
        guard !parts.isEmpty else { return whole(in: frame, near: year) }
        var notes: [BilingualText] = []
        let without = functions.filter { function in !parts.contains { $0.function == function } }
        if !without.isEmpty { notes.append(leftOut(without)) }
        if parts.contains(where: \.isOpinion) { notes.append(opinion) }
        let scores = frame.areas.indices.map { area in
            parts.reduce(0.0) { $0 + $1.scores[area] } / Double(parts.count)
        }
        return measure(scores, in: frame, series: parts.flatMap(\.series), notes: notes)
    }

    private struct Part {
        var function: FacilityFunction
        var scores: [Double]
        var series: [Series]
        var isOpinion: Bool
    }

    private static func part(_ function: FacilityFunction, in frame: AreaFrame, near year: Int?) -> Part? {
        let reach = function.variables.filter { $0.family == "facility" }
        let said = function.variables.filter { $0.family != "facility" }
        for (variables, isOpinion) in [(reach, false), (said, true)] {
            let found = variables.compactMap { standardised($0, in: frame, near: year) }
            guard !found.isEmpty else { continue }
            // The mean of what an area has, so that one suppressed distance does not take the area out.
            let scores = frame.areas.indices.map { area -> Double in
                let known = found.map { $0.scores[area] }.filter(\.isFinite)
                return known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count)
            }
            return Part(
                function: function, scores: scores, series: found.map(\.series), isOpinion: isOpinion)
        }
        return nil
    }

    /// One index or judgement of all facilities together, where no function has figures of its own.
    private static func whole(in frame: AreaFrame, near year: Int?) -> AreaMeasure? {
        for variable in [
            "facilityScore.overall", "facilitySatisfaction.overall", "liveability.facilities",
        ] as [Variable.ID] {
            guard let found = standardised(variable, in: frame, near: year) else { continue }
            return measure(found.scores, in: frame, series: [found.series], notes: [together])
        }
        return nil
    }

    private static func standardised(_ id: Variable.ID, in frame: AreaFrame, near year: Int?)
        -> (scores: [Double], series: Series)?
    {
        guard let variable = VariableCatalogue.variable(id), variable.direction != .neutral,
            let series = frame.series(id, near: year)
        else { return nil }
        let numbers = frame.numbers(series)
        let weights = frame.weights(of: .persons, near: series.year)
        guard numbers.count(where: \.isFinite) * 2 >= frame.areas.count - frame.smallCount,
            let mean = numbers.weightedMean(weights),
            let variance = numbers.map({ ($0 - mean) * ($0 - mean) }).weightedMean(weights),
            // Below a billionth of the mean the spread is rounding noise.
            variance.squareRoot() > 1e-9 * max(abs(mean), 1e-300)
        else { return nil }
        let sign = variable.direction == .lowerIsWished ? -1.0 : 1.0
        return (numbers.map { sign * ($0 - mean) / variance.squareRoot() }, series)
    }

    private static func measure(
        _ scores: [Double], in frame: AreaFrame, series: [Series], notes: [BilingualText]
    ) -> AreaMeasure {
        let newest = series.map(\.year).max() ?? 0
        return AreaMeasure(
            level: frame.level, areas: frame.areas.map(\.code),
            values: frame.column(scores, missing: .notCollected),
            municipalLevel: scores.weightedMean(frame.weights(of: .persons, near: newest)), year: newest,
            data: series.map(frame.use), notes: notes)
    }

    private static func leftOut(_ functions: [FacilityFunction]) -> BilingualText {
        let list = { (language: Language) in functions.map { $0.name[language] }.joined(separator: ", ") }
        return BilingualText(
            nl: "Zonder cijfers over deze voorzieningen: \(list(.dutch)).",
            en: "Without figures on these facilities: \(list(.english)).")
    }

    private static let opinion = BilingualText(
        nl:
            "Voor een deel van de voorzieningen is gemeten wat bewoners ervan vinden, niet hoe ver ze weg zijn.",
        en: "For some facilities it is what residents think of them, not how far they are.")

    private static let together = BilingualText(
        nl: "Er is één cijfer voor alle voorzieningen samen, niet per functie.",
        en: "There is one figure for all facilities together, not one for each function.")
}
