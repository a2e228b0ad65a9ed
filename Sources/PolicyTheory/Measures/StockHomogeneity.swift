internal import Bilingual
public import Neighbourhoods

/// How one-sided the housing stock of each area is, 0 (all classes equally large) to 1 (all dwellings in one class).
///
/// For each dimension that has data (tenure, type, period, size, value) it is one minus the normalised Shannon
/// entropy of the dwellings over the classes; the measure is the mean over those dimensions. A dimension takes part
/// when it is known in at least half of the areas; an area without one of them has no value. It says nothing of
/// which class is large: an area of villas is as one-sided as one of flats.
public enum StockHomogeneity {
    /// The measure for every area, or nil when no dimension has data.
    /// - Parameter year: the year wanted; each dimension gives its nearest one. Nil takes the newest.
    public static func of(
        _ dataset: Dataset, at level: AreaLevel, year: Int? = nil,
        dimensions: [StockDimension] = StockDimension.allCases
    ) -> AreaMeasure? {
        of(AreaFrame(dataset, level: level, year: year), dimensions: dimensions, near: year)
    }

    static func of(_ frame: AreaFrame, dimensions: [StockDimension], near year: Int?) -> AreaMeasure? {
        let parts = dimensions.compactMap { part($0, in: frame, near: year) }
        guard !parts.isEmpty else { return nil }
        let values = frame.areas.indices.map { area in
            parts.reduce(0.0) { $0 + $1.values[area] } / Double(parts.count)
        }
        let without = dimensions.filter { dimension in !parts.contains { $0.dimension == dimension } }
        let newest = parts.map(\.year).max() ?? 0
        return AreaMeasure(
            level: frame.level, areas: frame.areas.map(\.code),
            values: frame.column(values, missing: .notCollected),
            municipalLevel: values.weightedMean(frame.weights(of: .dwellings, near: newest)), year: newest,
            data: parts.flatMap(\.data),
            notes: without.isEmpty ? [] : [leftOut(without)])
    }

    /// The normalised entropy of one dimension in one year for every area; NaN where unknown.
    static func diversity(_ division: [Variable.ID], in frame: AreaFrame, year: Int) -> [Double]? {
        let series = division.compactMap { frame.dataset.series($0, at: frame.level, year: year) }
        guard series.count == division.count else { return nil }
        let columns = series.map(frame.numbers)
        return frame.areas.indices.map { area in normalisedEntropy(columns.map { $0[area] }) ?? .nan }
    }

    private struct Part {
        var dimension: StockDimension
        var values: [Double]
        var year: Int
        var data: [DataUse]
    }

    private static func part(_ dimension: StockDimension, in frame: AreaFrame, near year: Int?) -> Part? {
        for division in dimension.divisions {
            guard let nearest = AreaFrame.nearest(frame.commonYears(division), to: year),
                let diversity = diversity(division, in: frame, year: nearest),
                diversity.count(where: \.isFinite) * 2 >= frame.areas.count - frame.smallCount
            else { continue }
            let data = division.compactMap { frame.dataset.series($0, at: frame.level, year: nearest) }
            return Part(
                dimension: dimension, values: diversity.map { 1 - $0 }, year: nearest,
                data: data.map(frame.use))
        }
        return nil
    }

    private static func leftOut(_ dimensions: [StockDimension]) -> BilingualText {
        let list = { (language: Language) in dimensions.map { $0.name[language] }.joined(separator: ", ") }
        return BilingualText(
            nl: "Eenzijdige voorraad is gemeten zonder \(list(.dutch)): daarvan zijn geen cijfers.",
            en: "One-sided stock was measured without \(list(.english)): there are no figures on it.")
    }
}
