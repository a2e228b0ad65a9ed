internal import Bilingual

extension LeverCard {
    /// Levers on private homes, households, places and money, and doing nothing, L14 to L22.
    static let wider: [LeverCard] = [
        buyToLet, midRent, incomes, facilities, management, stateMoney, land, permits, nothing,
    ]

    private static let buyToLet = LeverCard(
        kind: .buyToLetRestriction,
        name: text("Opkoopbescherming", "Buy-to-let restriction"),
        summary: text(
            "Een gekochte woning mag vier jaar niet zonder vergunning worden verhuurd.",
            "A home that was bought may not be let for four years without a permit."),
        decider: text(
            "de gemeenteraad; gebieden en WOZ-grens met redenen",
            "the municipal council; areas and limit of assessed value with reasons"),
        legalBasis: text("Huisvestingswet hoofdstuk 7", "Housing Allocation Act chapter 7"),
        leadTime: bylaw,
        changes: text(
            "Koopwoningen die vrijkomen, blijven koop zolang de maatregel duurt.",
            "Owner homes that come free stay owner-occupied as long as the measure lasts."),
        effect: .partly(
            text(
                "WOZ-grens, termijn van vier jaar en vergunning zijn niet in het model",
                "limit of assessed value, term of four years and permit are not in the model")),
        revenue: text("geen directe kosten", "no direct cost"),
        sideEffects: [.spillover],
        sideEffectNote: text(
            "Opkopers kunnen naar duurdere woningen gaan en er is minder particuliere huur.",
            "Buyers may turn to dearer homes, and there is less private rent."),
        distinctionRisk: .none, precedents: [])

    private static let midRent = LeverCard(
        kind: .midRentRegulation,
        name: text("Regulering van middenhuur", "Regulation of mid rents"),
        summary: text(
            "Het Rijk stelt een hoogste huur aan woningen met 144 tot en met 186 punten.",
            "The State sets a highest rent for homes of 144 to 186 points."),
        decider: text("het Rijk", "the State"),
        legalBasis: text("Wet betaalbare huur (1 juli 2024)", "Affordable Rent Act (1 July 2024)"),
        leadTime: text("geldt al", "in force"),
        changes: text(
            "Een deel van de particuliere huur die vrijkomt, wordt middenhuur; een deel daarvan wordt verkocht.",
            "A share of the private rent that comes free becomes mid rent; a part of it is sold."),
        effect: .partly(
            text(
                "de punten van een woning worden niet berekend; de gebruiker geeft de delen",
                "the points of a home are not computed; the user gives the shares")),
        sideEffects: [],
        sideEffectNote: text(
            "Gevreesd wordt dat verhuurders woningen verkopen.", "It is feared that landlords sell homes."),
        distinctionRisk: .none, precedents: [])

    private static let incomes = LeverCard(
        kind: .householdIncome,
        name: text("Inkomens van huishoudens", "Household incomes"),
        summary: text(
            "Huishoudens gaan erop vooruit door toeslag, hulp bij schulden of werk.",
            "Households gain through allowance, help with debts or work."),
        decider: text("Rijk en gemeente", "State and municipality"),
        legalBasis: text("Huurtoeslag; Participatiewet", "Housing allowance; Participation Act"),
        leadTime: years,
        changes: text(
            "Huishoudens in het laagste vijfde deel stijgen op de inkomensladder, zonder te verhuizen.",
            "Households in the lowest fifth rise on the income ladder without moving."),
        effect: .partly(
            text(
                "het verplaatst inkomens, geen woningen; de oorzaak (werk, schuld, toeslag) is niet in het model",
                "it moves incomes, not homes; the cause (work, debt, allowance) is not in the model")),
        sideEffects: [],
        sideEffectNote: text("Geen effect op de ruimte bekend.", "No effect on space is known."),
        distinctionRisk: .none, precedents: [])

    private static let facilities = LeverCard(
        kind: .facilities,
        name: text("Voorzieningen", "Facilities"),
        summary: text(
            "Er komen voorzieningen bij om te leren, te werken of vrije tijd te hebben.",
            "Facilities are added for learning, work or leisure."),
        decider: text("raad, schoolbesturen en ondernemers", "council, school boards and entrepreneurs"),
        legalBasis: text("omgevingsplan; begroting", "environment plan; budget"),
        leadTime: ask,
        changes: text(
            "De buurt trekt meer mensen aan, vanaf het jaar daarna.",
            "The neighbourhood draws more people, from the year after."),
        effect: .partly(
            text(
                "alleen de aantrekkingskracht, voor elke soort even sterk; leefbaarheid wordt nooit berekend",
                "only the attraction, the same for every kind; liveability is never computed")),
        sideEffects: [.affordability],
        sideEffectNote: text(
            "De voorziening kan overlast aantrekken en de prijzen kunnen stijgen.",
            "The facility may attract nuisance, and prices may rise."),
        distinctionRisk: .none,
        precedents: [
            precedent(
                "2011", "nu.nl (SCP)", "SCP: groen, sport en spelen hielpen nauwelijks.",
                "SCP: green, sport and play hardly helped.")
        ])

    private static let management = LeverCard(
        kind: .socialManagement,
        name: text("Sociaal beheer", "Social management"),
        summary: text(
            "Een huismeester, een ontmoetingsplek of gemengd wonen houdt het contact goed.",
            "A caretaker, a meeting place or mixed living keeps contact good."),
        decider: text("corporatie en gemeente", "housing association and municipality"),
        legalBasis: text(
            "Woningwet 45; Btiv 51; alleen als het in de prestatieafspraken staat, met een hoogste bedrag",
            "Housing Act 45; Btiv 51; only if in the performance agreements, capped"),
        leadTime: text("minder dan een jaar", "under a year"),
        changes: text(
            "Minder mensen willen weg, zolang het duurt. De samenstelling verandert er niet door.",
            "Fewer people wish to leave, as long as it lasts. Composition does not change by it."),
        effect: .partly(
            text(
                "alleen hoeveel mensen blijven; overlast en contact zijn niet in het model",
                "only how many people stay; nuisance and contact are not in the model")),
        sideEffects: [],
        sideEffectNote: text("Het stopt als het geld stopt.", "It stops when the money stops."),
        distinctionRisk: .none, precedents: [])

    private static let stateMoney = LeverCard(
        kind: .stateMoney,
        name: text("Geld van het Rijk", "State money"),
        summary: text(
            "Het Rijk betaalt mee via een regeling (VHF, NPLV).",
            "The State contributes through a scheme (VHF, NPLV)."),
        decider: text("de minister", "the minister"),
        legalBasis: text("de regels van de regeling", "the rules of the scheme"),
        leadTime: text("in rondes", "in rounds"),
        changes: text("Maakt alleen het budget groter.", "Only widens the budget."),
        effect: .none(
            text(
                "geld alleen verandert geen woning; de maatregelen die ermee worden betaald wel",
                "money by itself changes no home; the measures paid from it do")),
        cost: LeverCost(
            low: -22_000, high: -18_000, unit: home, year: 2024,
            source: text(
                "blikopnieuws.nl (2021), gemeente.nu (2023), rijksoverheid.nl (2024); zelf gedeeld",
                "blikopnieuws.nl (2021), gemeente.nu (2023), rijksoverheid.nl (2024); own division")),
        revenue: text(
            "VHF: 2021 meer dan 400 miljoen voor ongeveer 22.000 woningen; 2023 280 miljoen voor 13.000; 2024 145,5 miljoen voor ongeveer 6.700",
            "VHF: 2021 over 400 million for about 22,000 homes; 2023 280 million for 13,000; 2024 145.5 million for about 6,700"
        ),
        sideEffects: [],
        sideEffectNote: text(
            "Er wordt meer gevraagd dan er geld is.", "More is asked than there is money for."),
        distinctionRisk: .none, precedents: [])

    private static let land = LeverCard(
        kind: .landPolicy,
        name: text("Grondbeleid", "Land policy"),
        summary: text(
            "De gemeente stuurt met grond, voorkeursrecht en afspraken met bouwers.",
            "The municipality steers by land, pre-emption right and agreements with developers."),
        decider: text("raad en college", "council, and mayor and aldermen"),
        legalBasis: text(
            "Omgevingswet; over het voorkeursrecht gaat de novelle 36881",
            "Environment and Planning Act; pre-emption terms are in the amending bill 36881"),
        leadTime: years,
        changes: text(
            "Een deel van de nieuwbouw die er toch komt, krijgt een andere verdeling over huur en koop.",
            "A share of the new build that comes anyway gets other tenures."),
        effect: .partly(
            text(
                "prijs van grond en uitstel zijn niet in het model",
                "price of land and delay are not in the model")),
        sideEffects: [],
        sideEffectNote: text(
            "De prijs kan stijgen en de bouw kan later komen.",
            "The price may rise and building may be delayed."),
        distinctionRisk: .none, precedents: [])

    private static let permits = LeverCard(
        kind: .permits,
        name: text("Vergunning voor splitsen en kamerverhuur", "Permits for splitting and room letting"),
        summary: text(
            "Splitsen, kamers verhuren of een woning weghalen mag alleen met vergunning.",
            "Splitting, letting rooms or withdrawing a home needs a permit."),
        decider: council,
        legalBasis: text("Huisvestingswet; Wbmgp 2014", "Housing Allocation Act; Wbmgp 2014"),
        leadTime: bylaw,
        changes: text(
            "Geen vrijkomende koopwoning of particuliere huurwoning wordt nog gesplitst.",
            "No owner or privately rented home that comes free is split any more."),
        effect: .partly(
            text(
                "kamerverhuur en het weghalen van woningen zijn niet in het model",
                "room letting and withdrawal of homes are not in the model")),
        revenue: text("handhaving kost geld; vraag hoeveel", "enforcement costs money; ask how much"),
        sideEffects: [.waitingTime],
        sideEffectNote: text("Starters wachten langer.", "Starters wait longer."),
        distinctionRisk: .none, precedents: [])

    private static let nothing = LeverCard(
        kind: .doNothing,
        name: text("Niets doen", "Do nothing"),
        summary: text(
            "Alles gaat door zoals het gaat; dit staat in elke vergelijking.",
            "Everything goes on as it does; this is in every comparison."),
        decider: text("niemand", "nobody"),
        legalBasis: text("geen wet nodig", "no law needed"),
        leadTime: text("nu", "now"),
        changes: text(
            "Alleen wat vanzelf gebeurt: verhuizen, ouder worden, prijzen.",
            "Only what happens by itself: moving, ageing, prices."),
        effect: .none(
            text("dit is waarmee alles wordt vergeleken", "this is what everything is compared with")),
        sideEffects: [],
        sideEffectNote: text(
            "Niets doen is ook een keuze en moet in elke vergelijking staan.",
            "Doing nothing is a choice too and must be in every comparison."),
        distinctionRisk: .none, precedents: [])
}
