public import HousingMarket

/// What a stored simulation says of one package, against doing nothing under the same luck.
public struct ModelOutcome: Sendable, Hashable {
    /// The code of the municipality that was simulated.
    public let municipality: String
    /// The name of the package.
    public let package: String
    /// Whether it is the twin of the package from which forced moves are taken out.
    public let isTwin: Bool
    /// The name of the simulation in the project: the hash of all that it follows from.
    public let simulation: String
    /// The last year.
    public let year: Int
    /// How many runs.
    public let runs: Int
    /// The difference at the end by outcome; missing where it does not exist.
    public let differences: [OutcomeMeasure: Band]
    /// Residents of the start who had to leave and are not back; nil where the simulation does not tell.
    public let displaced: Band?

    /// All packages of a table of outcomes; the arm that does nothing is what they stand against.
    public static func all(_ table: OutcomeTable, simulation: String) -> [ModelOutcome] {
        guard table.arms.count > 1, let last = table.year.max() else { return [] }
        let runs = Set(table.run).count
        return table.arms.indices.dropFirst().map { arm in
            var differences: [OutcomeMeasure: Band] = [:]
            for measure in OutcomeMeasure.allCases {
                differences[measure] = Band(table.differences(measure, arm: arm))
            }
            let name = table.arms[arm]
            let isTwin = name.hasSuffix(Package.twinMark)
            return ModelOutcome(
                municipality: table.areas.first ?? "",
                package: isTwin ? String(name.dropLast(Package.twinMark.count)) : name, isTwin: isTwin,
                simulation: simulation, year: Int(last), runs: runs,
                differences: differences, displaced: Band(table.residents(.displaced, arm: arm)))
        }
    }
}
