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
        /// What it changed in the areas where it acts, in the order of ``VerslagRun/areaMeasures``.
        public let areaChanges: [Change]
        /// How many of the households that lived here at the start end in a way, by fate in the order of
        /// ``VerslagRun/fates``.
        public let residents: [(fate: Fate, band: Band)]

        /// Whether both say the same.
        public static func == (left: Arm, right: Arm) -> Bool {
            left.name == right.name && left.package == right.package && left.changes == right.changes
                && left.areaChanges == right.areaChanges
                && left.residents.elementsEqual(right.residents) { $0.fate == $1.fate && $0.band == $1.band }
        }

        /// Hashes the name and what changed, which stand for the rest.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(changes)
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
        func changes(_ measures: [OutcomeMeasure], _ arm: Int) -> [Change] {
            measures.compactMap { measure in
                Band(table.differences(measure, arm: arm)).map { Change(measure: measure, band: $0) }
            }
        }
        // A package that makes people move has a twin without that beside it, which has no text of its own.
        var rest = about.packages[...]
        arms = table.arms.indices.dropFirst().map { arm in
            let name = table.arms[arm]
            return Arm(
                name: name,
                package: name.hasSuffix(Package.twinMark) ? "" : rest.popFirst() ?? "",
                changes: changes(Self.measures, arm), areaChanges: changes(Self.areaMeasures, arm),
                residents: Self.fates.compactMap { fate in
                    Band(table.residents(fate, arm: arm)).map { (fate, $0) }
                })
        }
    }
}
