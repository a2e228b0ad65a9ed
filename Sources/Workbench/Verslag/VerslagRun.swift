internal import Bilingual
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

    /// How many households of the start end in one way.
    public struct Ending: Sendable, Hashable {
        /// The way.
        public let fate: Fate
        /// How many households, with the band of nine in ten runs.
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
        public var changes: [Change] { changes(VerslagRun.measures) }

        /// What it changed in the areas where it acts, in the order of ``VerslagRun/areaMeasures``.
        public var areaChanges: [Change] { changes(VerslagRun.areaMeasures) }

        /// How many of the households that lived here at the start end in a way, in the order of ``VerslagRun/fates``.
        public let residents: [Ending]

        private func changes(_ measures: [OutcomeMeasure]) -> [Change] {
            measures.compactMap { measure in
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

    /// What is told of the areas where a package acts.
    public static let areaMeasures: [OutcomeMeasure] = [
        .lowShareScope, .socialShareScope, .mixingNeighbourhood, .waitingYearsLow,
    ]

    /// What is told of the households that live here at the start.
    public static let fates: [Fate] = [.stayed, .displaced, .returned]

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
        // A package that makes people move has a twin without that beside it, which has no text of its own.
        var rest = about.packages[...]
        arms = ModelOutcome.all(table, simulation: title).enumerated().map { place, outcome in
            Arm(
                name: table.arms[place + 1], package: outcome.isTwin ? "" : rest.popFirst() ?? "",
                outcome: outcome,
                residents: Self.fates.compactMap { fate in
                    Band(table.residents(fate, arm: place + 1)).map { Ending(fate: fate, band: $0) }
                })
        }
    }
}
