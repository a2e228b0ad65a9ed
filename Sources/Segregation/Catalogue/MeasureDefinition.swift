/// What is to be known about a measure: its names, its range, what it asks of the data and who proposed it.
public struct MeasureDefinition: Sendable, Equatable {
    /// The identifier in files and on the command line.
    public let identifier: String
    /// The symbol used in the literature.
    public let symbol: String
    /// The plain name in English.
    public let english: String
    /// The plain name in Dutch.
    public let dutch: String
    /// The kind of question it answers.
    public let family: MeasureFamily
    /// What one value belongs to.
    public let subject: MeasureSubject
    /// The lowest possible value, if there is one.
    public let lowest: Double?
    /// The highest possible value, if there is one.
    public let highest: Double?
    /// What a higher value means.
    public let direction: MeasureDirection
    /// How chance is taken out of the value.
    public let correction: ChanceCorrection
    /// The paper that defines it.
    public let paper: String

    /// What the measure asks of the counts.
    public var needs: MeasureNeed {
        let numbers: Set = ["isolation-exact", "exposure-matrix-exact", "D-density-corrected-vs-rest"]
        return numbers.contains(identifier) ? .numbersOfPersons : .proportions
    }

    /// What the measure asks of places; nothing for measures of counts alone.
    public var needsOfPlaces: [PlaceInformation] {
        switch identifier {
        case "delta", "ACO", "RCO-vs-rest", "RCO-matrix": [.areas]
        case "ACE", "ACE-centres": [.coordinates, .areas]
        case "D-adj-Morrill-vs-rest", "D-adj-Morrill-matrix", "D-adj-Morrill-K-vs-rest",
            "D-adj-Morrill-K-matrix", "SPP":
            [.contacts]
        // Travel distances come in a list of their own.
        case "RO-travel-H", "RO-travel-R", "RO-travel-D", "RO-travel-P-matrix": []
        case "D-Wong-w-vs-rest", "D-Wong-w-rowstd-vs-rest": [.boundaries]
        case "D-Wong-s-vs-rest": [.boundaries, .areas]
        default:
            switch family {
            case .clustering, .centralisation, .environment, .profile: [.coordinates]
            default: []
            }
        }
    }

    /// The definition with this identifier, among all families.
    public static func named(_ identifier: String) -> MeasureDefinition? {
        complete.first { $0.identifier == identifier }
    }
}

/// The kind of question that a measure answers.
public enum MeasureFamily: String, Sendable, CaseIterable {
    /// How unevenly is a group spread over the units?
    case evenness
    /// Whom does a member of a group meet in the own unit?
    case exposure
    /// How far are several groups apart at once?
    case multigroup
    /// How varied is the population, whatever the place?
    case diversity
    /// How does one unit differ from the whole?
    case local
    /// On how little ground does a group live?
    case concentration
    /// How near do members of a group live to each other?
    case clustering
    /// How near does a group live to the centre?
    case centralisation
    /// How unevenly is a group spread when what lies over the border counts too?
    case environment
    /// How far apart do ordered groups live, such as income classes?
    case ordinal
    /// How does segregation change with the size of the surroundings?
    case profile
}

/// What one value of a measure belongs to.
public enum MeasureSubject: String, Sendable, CaseIterable {
    /// The whole table.
    case table
    /// One group.
    case group
    /// Two groups, in this order.
    case pair
    /// One unit.
    case unit
    /// One group in one unit.
    case groupInUnit
    /// One threshold between ordered groups.
    case threshold
}

/// What a higher value means.
public enum MeasureDirection: String, Sendable, CaseIterable {
    /// Higher is more segregated.
    case moreSegregated
    /// Higher is more contact with others.
    case moreContact
    /// Higher is more varied.
    case moreVaried
    /// Higher is less varied.
    case lessVaried
    /// Higher is nearer to the centre.
    case nearerToCentre
    /// Neither: a share or a ratio.
    case neutral
}

/// What a measure asks of the data.
public enum MeasureNeed: String, Sendable, CaseIterable {
    /// Counts in any proportion: weighted or scaled counts give the same value.
    case proportions
    /// True numbers of persons, because the size of units enters the formula.
    case numbersOfPersons
}
