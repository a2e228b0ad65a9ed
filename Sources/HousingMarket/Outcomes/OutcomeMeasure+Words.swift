public import Bilingual

extension OutcomeMeasure {
    /// Its name, short enough for a table.
    public var name: BilingualText { words.name }

    /// How its numbers are written.
    public var unit: Unit { words.unit }

    private var words: (name: BilingualText, unit: Unit) {
        func text(_ nl: String, _ en: String, _ unit: Unit) -> (name: BilingualText, unit: Unit) {
            (BilingualText(nl: nl, en: en), unit)
        }
        return switch self {
        case .dissimilarityLow:
            text("Ongelijke spreiding laagste 40% (D)", "Uneven spread of lowest 40% (D)", .index)
        case .dissimilarityHigh:
            text("Ongelijke spreiding hoogste 20% (D)", "Uneven spread of highest 20% (D)", .index)
        case .mixingEstate: text("Scheiding tussen complexen (H)", "Separation between estates (H)", .index)
        case .mixingNeighbourhood:
            text("Scheiding tussen buurten (H)", "Separation between neighbourhoods (H)", .index)
        case .mixingDistrict: text("Scheiding tussen wijken (H)", "Separation between districts (H)", .index)
        case .rankOrderIndex:
            text(
                "Scheiding van inkomens als volgorde (H^R)", "Separation of incomes as an order (H^R)", .index
            )
        case .isolationLow:
            text("Lage inkomens in de buurt van lage inkomens", "Low incomes around low incomes", .share)
        case .isolationHigh:
            text("Hoge inkomens in de buurt van hoge inkomens", "High incomes around high incomes", .share)
        case .exposureLowToHigh:
            text("Hoge inkomens in de buurt van lage inkomens", "High incomes around low incomes", .share)
        case .lowShareScope: text("Lage inkomens in het gebied", "Low incomes in the areas", .share)
        case .lowShareElsewhere: text("Lage inkomens elders", "Low incomes elsewhere", .share)
        case .lowCountScope:
            text("Huishoudens met laag inkomen in het gebied", "Low-income households in the areas", .count)
        case .lowCountElsewhere:
            text("Huishoudens met laag inkomen elders", "Low-income households elsewhere", .count)
        case .socialShareScope: text("Sociale huur in het gebied", "Social rent in the areas", .share)
        case .socialShareElsewhere: text("Sociale huur elders", "Social rent elsewhere", .share)
        case .tenureVarietyScope:
            text(
                "Verscheidenheid van de voorraad in het gebied", "Variety of the stock in the areas", .number)
        case .socialHomes: text("Sociale huurwoningen", "Social homes", .count)
        case .socialShare: text("Sociale huur in de gemeente", "Social rent in the municipality", .share)
        case .dwellings: text("Woningen", "Homes", .count)
        case .vacant: text("Woningen zonder bewoner", "Homes without an occupant", .count)
        case .households: text("Huishoudens met een woning", "Households with a home", .count)
        case .waiting:
            text("Huishoudens zonder eigen woning", "Households without a home of their own", .count)
        case .lettings: text("Toewijzingen sociale huur", "Social lettings", .count)
        case .lettingsAboveLimit:
            text("Toewijzingen boven de inkomensgrens", "Lettings above the income limit", .count)
        case .waitingYearsLow: text("Inschrijfduur, lage inkomens", "Years registered, low incomes", .years)
        case .waitingYearsMiddle:
            text("Inschrijfduur, middeninkomens", "Years registered, middle incomes", .years)
        case .chanceLow:
            text("Kans op sociale huur, lage inkomens", "Chance of social rent, low incomes", .share)
        case .chanceMiddle:
            text("Kans op sociale huur, middeninkomens", "Chance of social rent, middle incomes", .share)
        case .forcedMoves: text("Gedwongen verhuizingen", "Forced moves", .count)
        case .returns: text("Teruggekeerde huishoudens", "Households that returned", .count)
        case .decanted: text("Huishoudens in een tijdelijke woning", "Households in a temporary home", .count)
        case .chainLength: text("Verhuizingen per nieuwe woning", "Moves for each new home", .number)
        case .chainStarters: text("Starters per nieuwe woning", "Starters for each new home", .number)
        case .turnoverSocial: text("Mutatiegraad sociale huur", "Turnover, social rent", .share)
        case .turnoverPrivate: text("Mutatiegraad particuliere huur", "Turnover, private rent", .share)
        case .turnoverOwner: text("Mutatiegraad koop", "Turnover, owner-occupied", .share)
        case .facilitiesLow:
            text("Voorzieningen bij lage inkomens (score)", "Facilities around low incomes (score)", .score)
        case .facilitiesHigh:
            text("Voorzieningen bij hoge inkomens (score)", "Facilities around high incomes (score)", .score)
        case .moveRate: text("Verhuizingen binnen de gemeente", "Moves within the municipality", .share)
        }
    }
}
