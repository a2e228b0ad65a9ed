/// What is taken where a source has no figure for a margin, and how characteristics go together where only their margins
/// are known. National figures with their source; the others are choices of this program and marked so in the fit.
enum MarginDefaults {
    /// Tenure: social rent 29%, mid rent 3%, private rent 11%, owner-occupied 57% (CBS stock 2021: 28.8% corporations,
    /// 4.55 of 8.05 million owner-occupied; the split of other rent is a choice).
    static let tenure = [0.29, 0.03, 0.11, 0.57]
    /// The part of rent by others than corporations that lies in the middle segment: a choice.
    static let midOfOtherRent = 0.2
    /// Income: fifths of the country, by definition.
    static let quintile = [0.2, 0.2, 0.2, 0.2, 0.2]
    /// Households: one person, couple, couple with children, single parent (CBS 2021, rounded).
    static let household = [0.39, 0.28, 0.25, 0.08]
    /// Size of homes, under 50 m² to 150 m² and over: a choice near CBS's stock.
    static let size = [0.07, 0.19, 0.25, 0.34, 0.15]
    /// House, flat (CBS 2021: 64% houses).
    static let type = [0.64, 0.36]
    /// Building period (CBS 2012 and later, rounded).
    static let period = [0.19, 0.24, 0.15, 0.25, 0.17]
    /// Age of the reference person: 18-24, 25-34, 35-44, 45-64, 65-74, 75 and over (CBS 2021, rounded).
    static let age = [0.06, 0.16, 0.15, 0.35, 0.15, 0.13]
    /// The share of persons of 65 and over that goes with ``age``.
    static let persons65 = 0.20
    /// Homes without an occupant where the source has no figure: what moving takes. A choice.
    static let vacant = 0.02

    static let ageBands: [ClosedRange<Int>] = [18...24, 25...34, 35...44, 45...64, 65...74, 75...94]

    /// Associations of a home: tenure x size x type x period, 4 x 5 x 2 x 5.
    static let homes: [Double] = {
        let tenureSize: [[Double]] = [
            [1.3, 1.8, 1.4, 0.5, 0.1], [1, 1.6, 1.4, 0.8, 0.3], [2, 1.5, 1, 0.7, 0.4],
            [0.4, 0.6, 0.9, 1.3, 1.6],
        ]
        let tenureType: [[Double]] = [[0.7, 1.5], [0.6, 1.6], [0.4, 1.9], [1.3, 0.5]]
        let sizeType: [[Double]] = [[0.2, 2], [0.4, 1.8], [0.9, 1.1], [1.5, 0.5], [1.8, 0.3]]
        let tenurePeriod: [[Double]] = [
            [0.7, 1.4, 1.2, 1.1, 0.6], [0.8, 0.9, 0.9, 1, 1.5], [1.8, 0.8, 0.7, 0.7, 1],
            [1, 0.8, 1, 1.1, 1.2],
        ]
        var result: [Double] = []
        for tenure in 0..<4 {
            for size in 0..<5 {
                for type in 0..<2 {
                    for period in 0..<5 {
                        result.append(
                            tenureSize[tenure][size] * tenureType[tenure][type] * sizeType[size][type]
                                * tenurePeriod[tenure][period])
                    }
                }
            }
        }
        return result
    }()

    /// Associations of a household: income fifth x type x age, 5 x 4 x 6. Singles and the young earn less, couples and
    /// the middle-aged more; children live with parents of 25 to 64.
    static let households: [Double] = {
        let incomeType: [[Double]] = [
            [2, 0.5, 0.5, 1.9], [1.4, 0.9, 0.7, 1.3], [0.9, 1.1, 1.1, 0.8], [0.6, 1.2, 1.4, 0.5],
            [0.5, 1.4, 1.2, 0.3],
        ]
        let incomeAge: [[Double]] = [
            [3, 1.1, 0.9, 0.7, 0.8, 1], [1, 1, 0.9, 0.7, 1.3, 1.7], [0.7, 1.2, 1.1, 0.9, 1.1, 1],
            [0.3, 1.1, 1.2, 1.2, 0.8, 0.6], [0.1, 0.7, 1, 1.4, 0.8, 0.5],
        ]
        let typeAge: [[Double]] = [
            [2.2, 1.3, 0.7, 0.7, 0.9, 1.5], [0.6, 0.9, 0.4, 1, 1.8, 1.2], [0.03, 0.8, 2.2, 1.3, 0.06, 0.02],
            [0.2, 0.7, 1.6, 1.3, 0.1, 0.05],
        ]
        var result: [Double] = []
        for income in 0..<5 {
            for type in 0..<4 {
                for age in 0..<6 {
                    result.append(incomeType[income][type] * incomeAge[income][age] * typeAge[type][age])
                }
            }
        }
        return result
    }()

    /// How readily a household of income fifth q (first index) lives in each tenure: the gradient of the country, where
    /// about 70% of tenants of corporations and 22% of owners are in the lowest 40%.
    static let incomeTenure: [[Double]] = [
        [4, 1, 1.5, 0.35], [2.6, 1.2, 1.2, 0.65], [1.1, 1.2, 1, 1.1], [0.45, 1, 0.9, 1.5],
        [0.2, 0.8, 0.9, 1.9],
    ]
    /// How readily a household of an age band lives in each tenure.
    static let ageTenure: [[Double]] = [
        [1.1, 1, 4, 0.15], [0.8, 1.3, 2, 0.75], [0.85, 1, 0.9, 1.1], [1, 0.9, 0.6, 1.15], [1, 1, 0.7, 1.05],
        [1.3, 1.2, 0.8, 0.85],
    ]
}
