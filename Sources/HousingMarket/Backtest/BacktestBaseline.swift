public import Bilingual
internal import Neighbourhoods

/// A prediction that anyone can make without a model. A model that is not nearer than these has shown nothing.
public enum BacktestBaseline: String, Sendable, Codable, CaseIterable, Hashable {
    /// "Nothing changes": each area keeps its value of the first year.
    case persistence
    /// Each area goes on as before: its value in the first year plus the slope of the least-squares line through its
    /// own observations up to and including the first year, times the years in between.
    case linearDrift
    /// Each area keeps its place in the municipality: its value in the first year times the municipality's level in
    /// the second year over that in the first. For counts this is a constant share of the total; for shares and
    /// means the level is the mean weighted by size (plain where a size is not known). The municipality's level is
    /// that of ``BacktestCase/municipality``, or of the areas scored: the baseline then knows the municipality's
    /// future, which is a higher bar than a forecaster had.
    case constantShare

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .persistence: BilingualText(nl: "niets verandert", en: "nothing changes")
        case .linearDrift: BilingualText(nl: "de trend gaat door", en: "the trend goes on")
        case .constantShare: BilingualText(nl: "vast aandeel", en: "constant share")
        }
    }

    /// The baseline's prediction for the areas at `places` of the case; values are kept within what the unit allows.
    /// - Returns: one value for each place, nil where this area has none; or why there are none at all.
    func prediction(for one: BacktestCase, at places: [Int]) -> Result<[Double?], BaselineGap> {
        switch self {
        case .persistence:
            return .success(places.map { one.observed0[$0].number })
        case .linearDrift:
            let slopes = places.map { Self.slope(of: one, at: $0) }
            guard slopes.contains(where: { $0 != nil }) else { return .failure(.noEarlierYear) }
            let years = Double(one.year1 - one.year0)
            return .success(
                zip(places, slopes).map { place, slope in
                    guard let slope, let start = one.observed0[place].number else { return nil }
                    return one.indicator.bounded(start + slope * years)
                })
        case .constantShare:
            guard one.indicator.hasZeroPoint else { return .failure(.noZeroPoint) }
            let before: Double
            let after: Double
            if let level = one.municipality {
                (before, after) = (level.year0, level.year1)
            } else {
                (before, after) = Self.levels(of: one, at: places)
            }
            guard before > 0 else { return .failure(.noLevel) }
            return .success(
                places.map { place in
                    one.observed0[place].number.map { one.indicator.bounded($0 * after / before) }
                })
        }
    }

    private static func slope(of one: BacktestCase, at place: Int) -> Double? {
        guard let last = one.observed0[place].number else { return nil }
        var points: [(year: Double, value: Double)] = [(0, last)]
        for earlier in one.earlier {
            if let value = earlier.values[place].number {
                points.append((Double(earlier.year - one.year0), value))
            }
        }
        guard points.count > 1 else { return nil }
        let count = Double(points.count)
        let meanYear = points.reduce(0) { $0 + $1.year } / count
        let meanValue = points.reduce(0) { $0 + $1.value } / count
        let spread = points.reduce(0) { $0 + ($1.year - meanYear) * ($1.year - meanYear) }
        return points.reduce(0) { $0 + ($1.year - meanYear) * ($1.value - meanValue) } / spread
    }

    /// The total (counts) or weighted mean of the areas at `places` in both years.
    private static func levels(of one: BacktestCase, at places: [Int]) -> (before: Double, after: Double) {
        let sizes = one.sizes.map { sizes in places.map { sizes[$0].number } }
        let weighs = !one.indicator.isCount && (sizes?.allSatisfy { $0 != nil } ?? false)
        var before = 0.0
        var after = 0.0
        for (index, place) in places.enumerated() {
            guard let first = one.observed0[place].number, let second = one.observed1[place].number else {
                continue
            }
            let weight = weighs ? (sizes?[index] ?? 1) : 1
            before += weight * first
            after += weight * second
        }
        return (before, after)
    }
}

/// Why a baseline cannot be made.
public enum BaselineGap: String, Error, Sendable, Codable, CaseIterable, Hashable {
    /// No area has an observation before the first year: one point gives no line.
    case noEarlierYear
    /// The scale has no zero, so a ratio of levels means nothing.
    case noZeroPoint
    /// The municipality's level in the first year is not above 0.
    case noLevel

    /// The reason in a few words.
    public var name: BilingualText {
        switch self {
        case .noEarlierYear: BilingualText(nl: "geen eerder jaar bekend", en: "no earlier year known")
        case .noZeroPoint:
            BilingualText(nl: "de schaal heeft geen nulpunt", en: "the scale has no zero point")
        case .noLevel:
            BilingualText(
                nl: "de gemeente als geheel staat op nul", en: "the municipality as a whole is at zero")
        }
    }
}
