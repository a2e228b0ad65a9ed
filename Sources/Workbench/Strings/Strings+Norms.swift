import Bilingual

extension Strings {
    enum Norms {
        static let title = BilingualText(
            nl: "Grenzen uit wet en regels, met jaar en bron",
            en: "Limits from law and regulation, with year and source")
        static let lead = BilingualText(
            nl:
                "Elke grens geldt voor het jaar dat erbij staat. Is er voor een jaar geen grens gevonden, dan gebruiken we die van een ander jaar nooit.",
            en:
                "Each limit holds for the year beside it. Where none was found for a year, that of another year is never carried over."
        )
        static let columns = [
            BilingualText(nl: "Grens", en: "Limit"), BilingualText(nl: "Jaar", en: "Year"),
            BilingualText(nl: "Waarde", en: "Value"), BilingualText(nl: "Gezien op", en: "Seen on"),
            BilingualText(nl: "Opmerking", en: "Remark"),
        ]

        /// The name of a parameter of the norm table; its identifier where a project added one of its own.
        static func name(of parameter: String) -> BilingualText {
            names[parameter] ?? BilingualText(same: parameter)
        }

        static let names: [String: BilingualText] = [
            "sgeiIncomeLimit": BilingualText(
                nl: "Inkomensgrens voor sociale huur", en: "Income limit for social rent"),
            "sgeiIncomeLimit.onePerson": BilingualText(
                nl: "Inkomensgrens voor sociale huur, één persoon",
                en: "Income limit for social rent, one person"),
            "sgeiIncomeLimit.morePersons": BilingualText(
                nl: "Inkomensgrens voor sociale huur, meer personen",
                en: "Income limit for social rent, more persons"),
            "sgeiRentCeiling": BilingualText(
                nl: "Hoogste huur van een sociale woning, per maand",
                en: "Highest rent of a social home, a month"),
            "cappingLimit.twoPersons": BilingualText(
                nl: "Aftoppingsgrens, één of twee personen, per maand",
                en: "Capping limit, one or two persons, a month"),
            "cappingLimit.threePersons": BilingualText(
                nl: "Aftoppingsgrens, drie of meer personen, per maand",
                en: "Capping limit, three or more persons, a month"),
            "midRentCeiling": BilingualText(
                nl: "Hoogste middenhuur, per maand", en: "Highest mid-market rent, a month"),
            "middleIncomeLimit.onePerson": BilingualText(
                nl: "Grens van een middeninkomen, één persoon", en: "Limit of a middle income, one person"),
            "middleIncomeLimit.morePersons": BilingualText(
                nl: "Grens van een middeninkomen, meer personen",
                en: "Limit of a middle income, more persons"),
            "appropriateAllocation.onePerson": BilingualText(
                nl: "Passend toewijzen: hoogste inkomen, één persoon",
                en: "Appropriate allocation: highest income, one person"),
            "appropriateAllocation.morePersons": BilingualText(
                nl: "Passend toewijzen: hoogste inkomen, meer personen",
                en: "Appropriate allocation: highest income, more persons"),
            "appropriateAllocation.one65Plus": BilingualText(
                nl: "Passend toewijzen: hoogste inkomen, één persoon met AOW",
                en: "Appropriate allocation: highest income, one person of pension age"),
            "appropriateAllocation.more65Plus": BilingualText(
                nl: "Passend toewijzen: hoogste inkomen, meer personen met AOW",
                en: "Appropriate allocation: highest income, more persons of pension age"),
            "appropriateAllocation.share": BilingualText(
                nl: "Passend toewijzen: aandeel dat eraan moet voldoen",
                en: "Appropriate allocation: share that must comply"),
            "freeAllocationShare": BilingualText(
                nl: "Vrij toe te wijzen deel van sociale woningen",
                en: "Part of social homes that may be let freely"),
            "freeAllocationShare.agreed": BilingualText(
                nl: "Vrij toe te wijzen deel, met lokale afspraak",
                en: "Part that may be let freely, with a local agreement"),
            "tenantConsent.renovation": BilingualText(
                nl: "Instemming van huurders bij renovatie", en: "Consent of tenants to a renovation"),
            "povertyLine.single": BilingualText(
                nl: "Armoedegrens, alleenstaande", en: "Poverty line, single person"),
            "povertyShare.nation": BilingualText(
                nl: "Deel van Nederland onder de armoedegrens",
                en: "Part of the nation below the poverty line"),
        ]
    }
}
