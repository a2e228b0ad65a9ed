internal import Bilingual

extension LeverCard {
    /// Levers on who is let a home, L8 to L13.
    static let letting: [LeverCard] = [
        fairShare, freeAllocation, areaRents, localPriority, areaDesignation, specialGroups,
    ]

    private static let fairShare = LeverCard(
        kind: .fairShare,
        name: text("Eerlijk delen in de regio", "Fair share in the region"),
        summary: text(
            "Gemeenten in een regio verdelen de woningen voor lage inkomens.",
            "Municipalities in a region divide the homes for low incomes."),
        decider: text(
            "Rijk en provincie, met normen en aanwijzing", "State and province, by norm and instruction"),
        legalBasis: text(
            "Wet versterking regie volkshuisvesting (of die al geldt, is niet nagegaan); woondeals",
            "Act on stronger direction of public housing (whether in force was not verified); housing deals"),
        leadTime: years,
        changes: text(
            "Verandert welk deel van de mensen die van buiten komen een laag inkomen heeft, voor de hele gemeente.",
            "Changes what part of those who come from elsewhere has a low income, for the whole municipality."
        ),
        effect: .partly(
            text(
                "alleen de instroom; andere gemeenten zijn niet in het model",
                "only the inflow; other municipalities are not in the model")),
        sideEffects: [.spillover],
        sideEffectNote: text(
            "Lage inkomens komen in andere gemeenten terecht; dat is hier de bedoeling.",
            "Low incomes end up in other municipalities; here that is intended."),
        distinctionRisk: .none, precedents: [])

    private static let freeAllocation = LeverCard(
        kind: .freeAllocation,
        name: text("Vrije toewijzingsruimte", "Free allocation margin"),
        summary: text(
            "Een deel van de sociale huurwoningen mag naar mensen boven de inkomensgrens.",
            "A part of the social homes may go to people above the income limit."),
        decider: together,
        legalBasis: text("Btiv: 7,5%; met lokale afspraak 15%", "Btiv: 7.5%; by local agreement 15%"),
        leadTime: yearly,
        changes: text(
            "Het deel van de toewijzingen dat naar inkomens boven de grens mag, per gebied.",
            "The share of lettings that may go to incomes above the limit, by area."),
        effect: .full,
        revenue: text("geen directe kosten", "no direct cost"),
        sideEffects: [.waitingTime],
        sideEffectNote: text(
            "Mensen met een laag inkomen wachten langer.", "People with a low income wait longer."),
        distinctionRisk: .none,
        precedents: [
            precedent(
                "tot 2022", "ilent.nl; nul20.nl", "Voor 2022 gold 80-10-10.",
                "Before 2022 the rule was 80-10-10.")
        ])

    private static let areaRents = LeverCard(
        kind: .areaRents,
        name: text("Huren per gebied", "Rents by area"),
        summary: text(
            "De corporatie kiest per gebied bij welke huur zij vrijkomende woningen aanbiedt.",
            "The housing association chooses by area at what rent it offers homes that come free."),
        decider: text("de corporatie", "the housing association"),
        legalBasis: text(
            "Woningwet 46 (passend toewijzen); RTiv", "Housing Act 46 (appropriate allocation); RTiv"),
        leadTime: turnover,
        changes: text(
            "De huurklasse van vrijkomende woningen, en zo welk inkomen erin past.",
            "The class of rent of homes that come free, and so which income fits."),
        effect: .full,
        revenue: text(
            "de corporatie mist huur; vraag hoeveel", "the housing association misses rent; ask how much"),
        sideEffects: [.affordability],
        sideEffectNote: text(
            "Elders zijn er minder goedkope woningen.", "Elsewhere there are fewer cheap homes."),
        distinctionRisk: .none, precedents: [])

    private static let localPriority = LeverCard(
        kind: .localPriority,
        name: text("Voorrang voor eigen inwoners of beroepen", "Priority for a local tie or occupation"),
        summary: text(
            "Wie een band met de plaats heeft, of een beroep dat nodig is, gaat voor.",
            "Those with a tie to the place, or with an occupation that is needed, come first."),
        decider: council,
        legalBasis: text(
            "Huisvestingswet 2014, zoals die sinds 2024 geldt: hoogstens de helft",
            "Housing Allocation Act 2014 as of 2024: at most half"),
        leadTime: bylaw,
        changes: text(
            "Bij een deel van de toewijzingen gaat voor wie al in dezelfde wijk woont.",
            "In a share of the lettings, those who live in the same district come first."),
        effect: .partly(
            text(
                "beroepen zijn niet in het model; alleen de band met de wijk",
                "occupations are not in the model; only the tie to the district")),
        revenue: text("geen directe kosten", "no direct cost"),
        sideEffects: [.waitingTime],
        sideEffectNote: text(
            "Mensen van buiten wachten langer.", "People from outside wait longer."),
        distinctionRisk: .indirect(
            text(
                "Voorrang kan een groep van buiten benadelen. Dat mag alleen met een goed doel en als het geschikt, nodig en in verhouding is.",
                "Priority can put a group from outside at a disadvantage. That needs a legitimate aim, and must be suitable, necessary and proportionate."
            )), precedents: [])

    private static let areaDesignation = LeverCard(
        kind: .areaDesignation,
        name: text("Gebied aanwijzen (Wbmgp)", "Area designation (Wbmgp)"),
        summary: text(
            "In aangewezen straten gelden eisen of voorrang voor wie een huurwoning wil.",
            "In designated streets, requirements or priority hold for those who want a rented home."),
        decider: text(
            "de raad vraagt, de minister wijst aan, het college geeft vergunning",
            "the council asks, the minister designates, mayor and aldermen permit"),
        legalBasis: text(
            "Wbmgp 5-10; vier jaar, te verlengen tot hoogstens twintig",
            "Wbmgp 5-10; four years, extendable to at most twenty"),
        leadTime: years,
        changes: text(
            "Artikel 8: wie van buiten komt met een heel laag inkomen en onder de 67 is, krijgt hier geen huurwoning. Artikel 9: wie niet tot het laagste vijfde deel van de inkomens hoort, gaat voor bij sociale huur.",
            "Article 8: who comes from elsewhere with a very low income and is under 67 gets no rented home here. Article 9: who is not in the lowest fifth of incomes comes first for social rent."
        ),
        effect: .partly(
            text(
                "artikel 10 verandert niets: gedrag is niet in het model; bron van inkomen en jaren in de regio ook niet",
                "article 10 changes nothing: conduct is not in the model; nor are source of income and years in the region"
            )),
        revenue: text("handhaving kost geld; vraag hoeveel", "enforcement costs money; ask how much"),
        sideEffects: [.spillover, .stigma],
        sideEffectNote: text(
            "Het probleem kan verschuiven en de buurt kan een slechte naam krijgen. Dat de buurt leefbaarder wordt, is niet aangetoond.",
            "The problem may move elsewhere and the neighbourhood may get a bad name. A gain in liveability has not been shown."
        ),
        distinctionRisk: .high(
            text(
                "Een eis aan inkomen is indirect onderscheid (CGB over Rotterdam; emea.nl). Beperken mag alleen bij wet, tijdelijk, met andere woningen beschikbaar en een uitzondering bij grote nood. Vul de vier stappen in.",
                "An income requirement is indirect distinction (CGB on Rotterdam; emea.nl). A restriction needs a law, a term, other homes available and a hardship clause. Fill in the four steps."
            )),
        precedents: [
            precedent(
                "2015", "moslimkrant.nl", "UvA: niet veiliger en niet leefbaarder.",
                "UvA: no safer and no more liveable."),
            precedent(
                "2018", "volkskrant.nl",
                "TwynstraGudde: het gemiddelde inkomen steeg, maar ook het deel in armoede en de criminaliteit.",
                "TwynstraGudde: mean income rose, but so did the share in poverty and crime."),
            precedent(
                "2021", "stadszaken.nl; scobe.nl",
                "RIGO: effecten zijn moeilijk te meten; gebruikers zijn positief.",
                "RIGO: effects are hard to measure; users are positive."),
            precedent(
                "2017", "bailii (Garib, 43494/09)",
                "Europees Hof: geen schending van artikel 2 van Protocol 4.",
                "European Court: no violation of article 2 of Protocol 4."),
            precedent(
                "2021-2022", "docslib; sargasso.nl",
                "Rotterdam: de aanwijzing van 2021 heeft alleen artikel 9 en 10.",
                "Rotterdam: the designation of 2021 covers articles 9 and 10 only."),
        ])

    private static let specialGroups = LeverCard(
        kind: .specialGroups,
        name: text("Aandachtsgroepen spreiden", "Place special groups over areas"),
        summary: text(
            "Partijen spreken af in welke gebieden statushouders, mensen uit de zorg en mensen met urgentie een woning krijgen.",
            "Parties agree in which areas permit holders, people leaving care and people with urgency get a home."
        ),
        decider: text(
            "gemeente, corporaties en zorginstellingen",
            "municipality, housing associations and care providers"),
        legalBasis: text(
            "Huisvestingswet; plicht tot urgentie in de Wet versterking regie (of die al geldt, is niet nagegaan)",
            "Housing Allocation Act; urgency duty in the Act on stronger direction (whether in force was not verified)"
        ),
        leadTime: yearly,
        changes: text(
            "In welke gebieden de woningen voor directe bemiddeling liggen; het totaal in de gemeente blijft gelijk.",
            "In which areas the homes for direct mediation lie; the municipality's total stays the same."),
        effect: .partly(
            text(
                "alle groepen zijn één groep; zorg en begeleiding zijn niet in het model",
                "all groups are one group; care and support are not in the model")),
        revenue: text("begeleiding kost geld; vraag hoeveel", "support costs money; ask how much"),
        sideEffects: [.waitingTime],
        sideEffectNote: text(
            "Anderen wachten langer. De wet verandert: over een verbod op voorrang voor statushouders (36831) was in januari 2026 advies gevraagd; de uitkomst is niet nagegaan.",
            "Others wait longer. The law is changing: in January 2026 advice was asked on a ban on priority for permit holders (36831); the outcome was not verified."
        ),
        distinctionRisk: .high(
            text(
                "Onderscheid mag alleen met een goed doel en als het geschikt, nodig en in verhouding is. Vul de vier stappen in.",
                "Distinction needs a legitimate aim, and must be suitable, necessary and proportionate. Fill in the four steps."
            )),
        precedents: [
            precedent(
                "2022", "oordelen.mensenrechten.nl (2022-145)",
                "Tijdelijke voorrang voor statushouders in Utrecht was gerechtvaardigd.",
                "Temporary priority for permit holders in Utrecht was justified.")
        ])
}
