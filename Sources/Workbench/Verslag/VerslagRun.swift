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
        /// All that it changed, as the pages show it.
        public let outcome: ModelOutcome

        /// What it changed, in the order of ``VerslagRun/measures``.
        public var changes: [Change] {
            VerslagRun.measures.compactMap { measure in
                outcome.differences[measure].map { Change(measure: measure, band: $0) }
            }
        }
    }

    /// What the project calls it.
    public let title: String
    /// The code of the municipality that was simulated.
    public let municipality: String
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
            table.count > 0
        else { return nil }
        self.title = title
        municipality = table.areas.first ?? ""
        (program, seed, horizon, runs) = (about.program, about.seed, about.horizon, about.runs)
        arms = ModelOutcome.all(table, simulation: title).enumerated().map { place, outcome in
            Arm(
                name: table.arms[place + 1],
                package: about.packages.indices.contains(place) ? about.packages[place] : "",
                outcome: outcome)
        }
    }
}
