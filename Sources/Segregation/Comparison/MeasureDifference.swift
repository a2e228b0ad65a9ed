/// The difference of one measure between two places or two years, with everything needed to judge it.
public struct MeasureDifference: Sendable, Equatable {
    /// The name of the first place or year.
    public let firstName: String
    /// The name of the second place or year.
    public let secondName: String
    /// The identifier of the measure.
    public let identifier: String
    /// The group, or the two groups; none for a measure of the whole table.
    public let groups: [Group]
    /// The parameters of the measure.
    public let parameters: [MeasureParameter]
    /// The value in the first table.
    public let first: MeasuredValue
    /// The value in the second table.
    public let second: MeasuredValue
    /// The second value minus the first, or why there is none.
    public let difference: MeasuredValue
    /// The interval of the difference.
    public internal(set) var interval: Interval?
    /// Why there is no interval; `nil` when there is one.
    public internal(set) var intervalAbsence: IntervalAbsence?
    /// The standard deviation of the drawn differences.
    public internal(set) var standardError: Double?
    /// The mean of the drawn differences minus the difference.
    public internal(set) var bias: Double?
    /// The test of no difference.
    public internal(set) var test: DifferenceTest?
    /// Why there is no test; `nil` when there is one.
    public internal(set) var testAbsence: TestAbsence?
    /// Units with persons in the first table.
    public let firstUnits: Int
    /// Units with persons in the second table.
    public let secondUnits: Int
    /// All persons in the first table.
    public let firstPersons: Double
    /// All persons in the second table.
    public let secondPersons: Double
}

/// How often a difference at least as large arises when there is none.
public struct DifferenceTest: Sendable, Equatable {
    /// What was supposed.
    public let null: DifferenceNull
    /// The draws in which the measure was defined.
    public let draws: Int
    /// The draws in which the difference was at least as far from 0, either way.
    public let atLeastAsFar: Int
    /// The mean of the differences drawn.
    public let mean: Double
    /// (r + 1)/(n + 1): the data are themselves one of the possible arrangements, so it is never 0.
    public var pValue: Double { Double(atLeastAsFar + 1) / Double(draws + 1) }
    /// The p-value raised for the number of tests.
    public internal(set) var adjustedPValue: Double
    /// How it was raised.
    public internal(set) var adjustment: PValueAdjustment
    /// The number of tests it was raised for.
    public internal(set) var tests: Int
}

/// Why a difference was not tested.
public enum TestAbsence: Hashable, Sendable {
    /// No test was asked for.
    case notRequested
    /// The measure is undefined in one of the tables.
    case undefinedMeasure
    /// A counterfactual swaps the shares of one group; the measure is not of one group.
    case notOfOneGroup
    /// The measure was undefined in more than one in twenty draws.
    case undefinedInDraws(Int, of: Int)

    /// The reason in English.
    public var english: String {
        switch self {
        case .notRequested: "no test was asked for"
        case .undefinedMeasure: "the measure is undefined in one of the tables"
        case .notOfOneGroup: "counterfactual tests are for measures of one group"
        case .undefinedInDraws(let undefined, let draws):
            "the measure was undefined in \(undefined) of \(draws) draws"
        }
    }

    /// The reason in Dutch.
    public var dutch: String {
        switch self {
        case .notRequested: "er is geen toets gevraagd"
        case .undefinedMeasure: "de maat is in een van de tabellen niet te berekenen"
        case .notOfOneGroup: "deze toets is er alleen voor maten van één groep"
        case .undefinedInDraws(let undefined, let draws):
            "de maat was niet te berekenen in \(undefined) van \(draws) trekkingen"
        }
    }
}
