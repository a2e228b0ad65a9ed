import HousingMarket
import PolicyTheory

extension Concept {
    /// The outcomes of the simulation that stand for this node, the first ones to look at; empty where the model does
    /// not compute it. With a change of mixing stands what it does elsewhere, for mixing can move a concentration.
    var outcomes: [OutcomeMeasure] {
        switch self {
        case .incomeMixing: [.mixingNeighbourhood, .mixingDistrict, .dissimilarityLow, .lowCountElsewhere]
        case .lowIncomeConcentration: [.lowShareScope, .isolationLow, .lowCountElsewhere]
        case .oneSidedStock: [.socialShareScope, .tenureVarietyScope]
        case .limitedFacilities: [.facilitiesLow, .facilitiesHigh]
        case .physicalInterventions, .socialFacilities, .stockSteering, .residenceOfMigrants,
            .crimeAndNuisance, .dissatisfaction, .wishToMove, .liveability, .wellbeing, .emancipation,
            .integration:
            []
        }
    }

    /// The nodes that an outcome stands for.
    static func concepts(of measure: OutcomeMeasure) -> [Concept] {
        allCases.filter { $0.outcomes.contains(measure) }
    }
}
