public import Bilingual

/// An outcome that could carry a pooled effect once the full texts have been read.
public struct PoolingCandidate: TableRow {
    /// The columns of `pooling-candidates.csv`.
    public enum Field: String, RegisterColumn {
        case id, domains, studies, measure
        case expectedStudies = "expected_studies"
        case outcomeNL = "outcome_nl"
        case outcomeEN = "outcome_en"
        case obstacleNL = "obstacle_nl"
        case obstacleEN = "obstacle_en"
    }

    /// The columns that name the row.
    public static let keyFields: [Field] = [.id]

    /// Its identifier.
    public let id: String
    /// The domains it falls in.
    public let domains: [OutcomeDomain]
    /// The publications that could bring a number.
    public let studies: [String]
    /// The measure that could be used.
    public let measure: String
    /// How many studies may be expected, in words such as `4-5`; empty where pooling will never do.
    public let expectedStudies: String
    /// The outcome.
    public let outcome: BilingualText
    /// What stands in the way.
    public let obstacle: BilingualText

    /// Reads a row from its cells.
    ///
    /// - Throws: ``RegisterError`` whose place is the column.
    public init(cells: (Field) -> String) throws(RegisterError) {
        id = try Cell.identifier(cells(.id), Field.id.rawValue)
        domains = try Cell.terms(cells(.domains), Field.domains.rawValue)
        studies = try Cell.identifiers(cells(.studies), Field.studies.rawValue)
        measure = cells(.measure)
        expectedStudies = cells(.expectedStudies)
        outcome = BilingualText(nl: cells(.outcomeNL), en: cells(.outcomeEN))
        obstacle = BilingualText(nl: cells(.obstacleNL), en: cells(.obstacleEN))
    }

    /// The cell of one column, as it stands in a file.
    public func cell(_ field: Field) -> String {
        switch field {
        case .id: id
        case .domains: domains.map(\.rawValue).joined(separator: ";")
        case .studies: studies.joined(separator: ";")
        case .measure: measure
        case .expectedStudies: expectedStudies
        case .outcomeNL: outcome.nl
        case .outcomeEN: outcome.en
        case .obstacleNL: obstacle.nl
        case .obstacleEN: obstacle.en
        }
    }
}
