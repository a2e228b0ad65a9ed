public import Neighbourhoods

extension Concept {
    /// The variables that stand for this node in the data of a municipality, in order of their use; empty where none
    /// can, such as for a family of measures.
    ///
    /// This is the one place that says so: the tests of claims and arrows and the links under every figure follow it.
    public var indicators: [Variable.ID] {
        switch self {
        case .physicalInterventions, .socialFacilities, .stockSteering: []
        // Where migrants live is observed apart from all variables and is never an input.
        case .residenceOfMigrants: []
        case .oneSidedStock:
            StockDimension.allCases.flatMap { $0.divisions.flatMap(\.self) }.followed(by: .stock)
        case .limitedFacilities:
            FacilityAccess.functions.flatMap(\.variables).followed(by: .facilities) + [
                "liveability.facilities"
            ]
        case .lowIncomeConcentration: LowIncomeDefinition.allCases.map(\.variable).followed(by: .income)
        case .incomeMixing: IncomeGrouping.allCases.flatMap(\.variables).uniqued() + ["income.seswoaSpread"]
        case .crimeAndNuisance: ContrastTest.crime.rows.flatMap(\.self).followed(by: .safety)
        case .dissatisfaction: ContrastTest.dissatisfaction.rows.flatMap(\.self).followed(by: .satisfaction)
        case .wishToMove:
            (ContrastTest.wishToMove.rows.flatMap(\.self) + ContrastTest.wishToMove.aside)
                .followed(by: .moving)
        case .liveability: ["liveability.score"].followed(by: .liveability)
        case .wellbeing: FacilitiesTest.wellbeing
        case .emancipation: FacilitiesTest.emancipation.followed(by: .opportunity)
        case .integration: [].followed(by: .contact)
        }
    }
}

extension [Variable.ID] {
    /// These variables, then all others of `theme` in the order of the catalogue; each once.
    fileprivate func followed(by theme: Theme) -> [Variable.ID] {
        (self + VariableCatalogue.all.filter { $0.theme == theme }.map(\.id)).uniqued()
    }

    fileprivate func uniqued() -> [Variable.ID] {
        var seen: Set<Variable.ID> = []
        return filter { seen.insert($0).inserted }
    }
}
