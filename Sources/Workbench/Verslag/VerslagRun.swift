public import Bilingual
internal import Foundation
public import HousingMarket

/// A simulation that the project keeps, as far as a report speaks of it: what each package changed at the end, against
/// doing nothing under the same luck.
public struct VerslagRun: Sendable, Hashable {
    /// What one package changed in one measure.
    public struct Change: Sendable, Hashable {
        /// The measure.
        public let measure: OutcomeMeasure
        /// The difference with doing nothing, with the band of nine in ten runs.
        public let band: Band
    }

    /// A package and what it changed.
    public struct Arm: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// The package as it was run; empty where that is not known.
        public let package: String
        /// What it changed, in the order of ``VerslagRun/measures``.
        public let changes: [Change]
    }

    /// What the project calls it.
    public let title: String
    /// The version of the program that made it.
    public let program: String
    /// The seed.
    public let seed: String
    /// The last year.
    public let horizon: Int
    /// How many runs.
    public let runs: Int
    /// The packages, without doing nothing.
    public let arms: [Arm]

    /// What is told of a package: the area and its residents side by side.
    public static let measures: [OutcomeMeasure] = [
        .mixingNeighbourhood, .dissimilarityLow, .socialHomes, .waitingYearsLow, .forcedMoves, .returns,
    ]

    /// A run from its table and its description; nil where they cannot be read.
    ///
    /// - Parameters:
    ///   - title: what the project calls it.
    ///   - description: packages, settings and versions, as JSON text.
    ///   - table: the outcomes.
    public init?(title: String, description: String, table: OutcomeTable) {
        struct Description: Decodable {
            var program: String
            var seed: String
            var horizon: Int
            var runs: Int
            var packages: [String]
        }
        guard
            let about = try? JSONDecoder().decode(Description.self, from: Data(description.utf8)),
            let last = table.year.max()
        else { return nil }
        self.title = title
        (program, seed, horizon, runs) = (about.program, about.seed, about.horizon, about.runs)
        arms = table.arms.indices.dropFirst().map { arm in
            Arm(
                name: table.arms[arm],
                package: about.packages.indices.contains(arm - 1) ? about.packages[arm - 1] : "",
                changes: Self.measures.compactMap { measure in
                    Band(Self.differences(table, measure, arm: arm, last: last)).map {
                        Change(measure: measure, band: $0)
                    }
                })
        }
    }

    /// By run the value of an arm less that of doing nothing; moves are added up over the years, all else is that of the
    /// last year.
    private static func differences(
        _ table: OutcomeTable, _ measure: OutcomeMeasure, arm: Int, last: UInt16
    ) -> [Double] {
        guard let wanted = table.measures.firstIndex(of: measure.rawValue) else { return [] }
        let isSum = measure == .forcedMoves || measure == .returns
        var sums: [UInt16: (value: Double, none: Double)] = [:]
        var known: [UInt16: (value: Bool, none: Bool)] = [:]
        for row in 0..<table.count
        where Int(table.measure[row]) == wanted && table.area[row] == 0 && (isSum || table.year[row] == last)
        {
            let run = table.run[row]
            if Int(table.arm[row]) == arm {
                sums[run, default: (0, 0)].value += table.value[row]
                known[run, default: (false, false)].value = true
            } else if table.arm[row] == 0 {
                sums[run, default: (0, 0)].none += table.value[row]
                known[run, default: (false, false)].none = true
            }
        }
        return sums.keys.sorted().compactMap { run in
            guard let pair = sums[run], let both = known[run], both.value, both.none else { return nil }
            return pair.value - pair.none
        }
    }
}
