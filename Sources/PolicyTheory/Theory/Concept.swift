public import Bilingual

/// A node of the policy theory: something that is the case, something that is wished, or a family of measures.
public enum Concept: String, Sendable, Codable, CaseIterable, Hashable, Identifiable {
    /// Measures on homes and streets.
    case physicalInterventions
    /// Services for residents.
    case socialFacilities
    /// Rules and agreements on which homes there are and who gets them.
    case stockSteering
    /// A one-sided housing stock.
    case oneSidedStock
    /// Limited facilities.
    case limitedFacilities
    /// Where migrants live.
    case residenceOfMigrants
    /// A concentration of low incomes.
    case lowIncomeConcentration
    /// Crime and nuisance.
    case crimeAndNuisance
    /// Dissatisfaction with the neighbourhood.
    case dissatisfaction
    /// The wish to move.
    case wishToMove
    /// A mix of income groups.
    case incomeMixing
    /// Liveability.
    case liveability
    /// Well-being of the area.
    case wellbeing
    /// Emancipation of residents.
    case emancipation
    /// Integration.
    case integration

    /// What part a concept has.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// A family of measures that someone can take.
        case leverFamily
        /// A state of the area.
        case condition
        /// What residents meet or feel.
        case experience
        /// What is wished for.
        case goal
    }

    /// The identifier.
    public var id: String { rawValue }

    /// What part it has.
    public var kind: Kind {
        switch self {
        case .physicalInterventions, .socialFacilities, .stockSteering: .leverFamily
        case .oneSidedStock, .limitedFacilities, .residenceOfMigrants, .lowIncomeConcentration: .condition
        case .crimeAndNuisance, .dissatisfaction, .wishToMove: .experience
        case .incomeMixing, .liveability, .wellbeing, .emancipation, .integration: .goal
        }
    }

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .physicalInterventions: BilingualText(nl: "Fysieke ingrepen", en: "Physical interventions")
        case .socialFacilities: BilingualText(nl: "Sociale voorzieningen", en: "Social facilities")
        case .stockSteering:
            BilingualText(nl: "Sturen op de woningvoorraad", en: "Steering of the housing stock")
        case .oneSidedStock: BilingualText(nl: "Eenzijdige woningvoorraad", en: "One-sided housing stock")
        case .limitedFacilities: BilingualText(nl: "Weinig voorzieningen", en: "Limited facilities")
        case .residenceOfMigrants: BilingualText(nl: "Waar migranten wonen", en: "Where migrants live")
        case .lowIncomeConcentration:
            BilingualText(nl: "Concentratie van lage inkomens", en: "Concentration of low incomes")
        case .crimeAndNuisance: BilingualText(nl: "Criminaliteit en overlast", en: "Crime and nuisance")
        case .dissatisfaction:
            BilingualText(nl: "Ontevreden over de buurt", en: "Dissatisfied with the neighbourhood")
        case .wishToMove: BilingualText(nl: "Willen verhuizen", en: "Wish to move")
        case .incomeMixing: BilingualText(nl: "Menging van inkomens", en: "Mixing of incomes")
        case .liveability: BilingualText(nl: "Leefbaarheid", en: "Liveability")
        case .wellbeing: BilingualText(nl: "Welzijn van de buurt", en: "Well-being of the area")
        case .emancipation: BilingualText(nl: "Emancipatie van bewoners", en: "Emancipation of residents")
        case .integration: BilingualText(nl: "Integratie", en: "Integration")
        }
    }
}
