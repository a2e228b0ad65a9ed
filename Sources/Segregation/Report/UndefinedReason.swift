/// Why a measure has no value for a table.
public enum UndefinedReason: Hashable, Sendable {
    /// Nobody lives in any unit.
    case emptyTable
    /// The group has no members.
    case absentGroup(String)
    /// Everyone belongs to the group, so there is no rest to compare with.
    case noRest(String)
    /// Only one group has members, so there is nothing to separate.
    case singleGroup
    /// The unit has no persons.
    case emptyUnit(String)
    /// The formula divides by zero for this table.
    case divisionByZero
    /// Only one unit has persons, so there is no distance to measure.
    case singleUnit
    /// All units are equally large, so no group can live on more or less ground than another.
    case equalAreas
    /// No unit touches another.
    case noNeighbours
    /// All units are so far apart in the unit of distance that none has weight in the surroundings of another.
    case outOfReach
    /// The measure asks for something about places that was not given.
    case notGiven(PlaceInformation)
    /// Without the unit a group, or everyone, is gone.
    case absentWithout(String)
    /// Units that count unequally have no number of wholly different units at this order.
    case unequalWeights
    /// There are fewer distinct thresholds than the curve has parameters.
    case tooFewThresholds(found: Int, needed: Int)
    /// There is no correction for sampling: counts are not whole, no unit has two persons, or none is known for this
    /// variation.
    case noSamplingCorrection

    /// The reason in English, to follow "undefined, because".
    public var english: String {
        switch self {
        case .emptyTable: "the table holds no persons"
        case .absentGroup(let name): "group '\(name)' has no members"
        case .noRest(let name): "everyone belongs to group '\(name)'"
        case .singleGroup: "only one group has members"
        case .emptyUnit(let name): "nobody lives in unit '\(name)'"
        case .divisionByZero: "the formula divides by zero for this table"
        case .singleUnit: "only one unit has persons"
        case .equalAreas: "all units have the same area"
        case .noNeighbours: "no unit with persons touches another"
        case .outOfReach: "the units are too far apart for this decay; check the unit of distance"
        case .notGiven(let information): "the places come without \(information.english)"
        case .absentWithout(let name): "without unit '\(name)' a group has no members left"
        case .unequalWeights: "at this order units have to count alike"
        case .tooFewThresholds(let found, let needed):
            "there are \(found) thresholds that divide the persons and the curve needs \(needed)"
        case .noSamplingCorrection:
            "a correction for sampling needs whole counts, units of two persons or more, and H or R"
        }
    }

    /// The reason in Dutch, to follow "niet te berekenen, want".
    public var dutch: String {
        switch self {
        case .emptyTable: "de tabel telt geen personen"
        case .absentGroup(let name): "groep '\(name)' heeft geen leden"
        case .noRest(let name): "iedereen hoort bij groep '\(name)'"
        case .singleGroup: "maar één groep heeft leden"
        case .emptyUnit(let name): "in gebied '\(name)' woont niemand"
        case .divisionByZero: "de formule deelt bij deze tabel door nul"
        case .singleUnit: "in maar één gebied wonen mensen"
        case .equalAreas: "alle gebieden zijn even groot"
        case .noNeighbours: "geen bewoond gebied raakt een ander"
        case .outOfReach: "de gebieden liggen te ver uit elkaar voor dit verval; kijk naar de afstandseenheid"
        case .notGiven(let information): "bij de gebieden ontbreken \(information.dutch)"
        case .absentWithout(let name): "zonder gebied '\(name)' heeft een groep geen leden meer"
        case .unequalWeights: "bij deze orde moeten gebieden even zwaar tellen"
        case .tooFewThresholds(let found, let needed):
            "er zijn \(found) grenzen die de personen verdelen en de kromme heeft er \(needed) nodig"
        case .noSamplingCorrection:
            "een correctie voor steekproeven vraagt hele aantallen, gebieden van twee personen of meer, en H of R"
        }
    }
}

/// A number, or the reason why there is none.
public enum MeasuredValue: Hashable, Sendable {
    /// The value.
    case defined(Double)
    /// Undefined, because.
    case undefined(UndefinedReason)

    /// The number, or `nil` where the measure is undefined.
    public var number: Double? {
        if case .defined(let number) = self { number } else { nil }
    }

    /// The reason, or `nil` where the measure is defined.
    public var reason: UndefinedReason? {
        if case .undefined(let reason) = self { reason } else { nil }
    }
}
