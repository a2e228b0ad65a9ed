public import Bilingual

extension LeverKind {
    /// Its name.
    public var name: BilingualText {
        switch self {
        case .demolishRebuild: BilingualText(nl: "Sloop en nieuwbouw", en: "Demolish and rebuild")
        case .renovation: BilingualText(nl: "Ingrijpende renovatie", en: "Deep renovation")
        case .mergeSplit: BilingualText(nl: "Samenvoegen of splitsen", en: "Merge or split homes")
        case .sale: BilingualText(nl: "Verkoop van sociale huur", en: "Sale of social homes")
        case .liberalise: BilingualText(nl: "Naar middenhuur of vrije huur", en: "To mid rent or free rent")
        case .addSocialRent:
            BilingualText(nl: "Sociale huur erbij of behouden", en: "Add or keep social rent")
        case .newBuild: BilingualText(nl: "Nieuwbouw per categorie", en: "New build by category")
        case .fairShare: BilingualText(nl: "Eerlijk delen in de regio", en: "Fair share in the region")
        case .freeAllocation: BilingualText(nl: "Vrije toewijzingsruimte", en: "Free allocation margin")
        case .areaRents: BilingualText(nl: "Huren per gebied", en: "Rents by area")
        case .localPriority:
            BilingualText(
                nl: "Voorrang voor eigen inwoners of beroepen", en: "Priority for a local tie or occupation")
        case .areaDesignation: BilingualText(nl: "Gebied aanwijzen (Wbmgp)", en: "Area designation (Wbmgp)")
        case .specialGroups:
            BilingualText(nl: "Aandachtsgroepen spreiden", en: "Place special groups over areas")
        case .buyToLetRestriction: BilingualText(nl: "Opkoopbescherming", en: "Buy-to-let restriction")
        case .midRentRegulation: BilingualText(nl: "Regulering van middenhuur", en: "Regulation of mid rents")
        case .householdIncome: BilingualText(nl: "Inkomens van huishoudens", en: "Household incomes")
        case .facilities: BilingualText(nl: "Voorzieningen", en: "Facilities")
        case .socialManagement: BilingualText(nl: "Sociaal beheer", en: "Social management")
        case .stateMoney: BilingualText(nl: "Geld van het Rijk", en: "State money")
        case .landPolicy: BilingualText(nl: "Grondbeleid", en: "Land policy")
        case .permits:
            BilingualText(
                nl: "Vergunning voor splitsen en kamerverhuur", en: "Permits for splitting and room letting")
        case .doNothing: BilingualText(nl: "Niets doen", en: "Do nothing")
        }
    }
}

extension Lever {
    /// How many homes or households it asks for; nil for a rule.
    public var amount: Int? {
        switch self {
        case .demolishRebuild(let plan): plan.dwellings
        case .renovation(let plan): plan.dwellings
        case .mergeSplit(let plan): plan.dwellings
        case .sale(let plan): plan.dwellings
        case .liberalise(let plan): plan.dwellings
        case .addSocialRent(let plan): plan.bought
        case .newBuild(let plan): plan.dwellings
        case .householdIncome(let plan): plan.householdsPerYear
        default: nil
        }
    }
}
