internal import Bilingual

extension Assumptions {
    /// All assumptions, in the order of ``AssumptionID``.
    public static let catalogue: [Assumption] = moving + choosing + people + letting + building + distance

    static func row(
        _ id: AssumptionID, _ value: Double, _ range: ClosedRange<Double>, nl: String, en: String,
        unit: (String, String), _ ground: Assumption.Ground = .choice
    ) -> Assumption {
        Assumption(
            id: id, name: BilingualText(nl: nl, en: en), value: value, range: range,
            unit: BilingualText(nl: unit.0, en: unit.1), ground: ground)
    }

    static let chance = ("kans per jaar", "chance a year")
    static let factor = ("maal", "times")
    static let logPoints = ("logpunten", "log points")
    static let share = ("aandeel", "share")

    private static let moving: [Assumption] = [
        row(.wishLevel, 1, 0.85...1.15, nl: "Verhuiswens, niveau", en: "Wish to move, level", unit: factor),
        row(
            .wishSocialRent, 0.04, 0.032...0.048, nl: "Verhuiswens in sociale huur",
            en: "Wish to move, social rent", unit: chance,
            .calibrated("turnover by tenure (CBS 2021-22: owner 7%, rent 12% and 17%; corporations 7.1-7.3%)")
        ),
        row(
            .wishMidRent, 0.09, 0.07...0.11, nl: "Verhuiswens in middenhuur", en: "Wish to move, mid rent",
            unit: chance),
        row(
            .wishPrivateRent, 0.13, 0.10...0.16, nl: "Verhuiswens in particuliere huur",
            en: "Wish to move, private rent", unit: chance,
            .calibrated("turnover by tenure (CBS 2021-22: owner 7%, rent 12% and 17%; corporations 7.1-7.3%)")
        ),
        row(
            .wishOwner, 0.06, 0.05...0.07, nl: "Verhuiswens in koop", en: "Wish to move, owners",
            unit: chance,
            .calibrated("turnover by tenure (CBS 2021-22: owner 7%, rent 12% and 17%; corporations 7.1-7.3%)")
        ),
        row(
            .wishRecentMover, 1.6, 1.2...2, nl: "Wie kort woont, wil vaker weg",
            en: "Recent movers wish to move more", unit: factor),
        row(
            .wishMisfit, 1.5, 1.2...1.8, nl: "Woning past niet: vaker verhuizen",
            en: "A home that does not fit: more wishes", unit: factor),
        row(
            .wishAgeSlope, 0.28, 0.20...0.36, nl: "Wens daalt met leeftijd",
            en: "Wishes fall with age", unit: ("logpunten per 10 jaar", "log points per 10 years")),
    ]

    private static let choosing: [Assumption] = [
        row(
            .choiceSize, 0.7, 0.4...1, nl: "Voorkeur voor passende grootte",
            en: "Preference for fitting size", unit: logPoints),
        row(
            .choicePrice, 0.25, 0.1...0.4, nl: "Afkeer van een dure woning", en: "Aversion to a dear home",
            unit: logPoints),
        row(
            .choiceDistance, 1, 0.5...1.5, nl: "Afstand remt", en: "Distance repels",
            unit: ("macht", "power"),
            .source(
                "Nature Human Behaviour (39 million moves, Denmark): double the distance, half the chance; flatter in cities"
            )),
        row(
            .choiceFacilities, 0.1, 0...0.2, nl: "Voorzieningen trekken", en: "Facilities attract",
            unit: logPoints),
        row(
            .choiceHouse, 0.6, 0.3...0.9, nl: "Gezinnen willen een huis", en: "Families prefer houses",
            unit: logPoints),
        row(
            .offersSeen, 20, 10...30, nl: "Woningen die iemand bekijkt", en: "Homes that a seeker looks at",
            unit: ("woningen", "homes")),
        row(
            .reservation, 1, 0.8...1.2, nl: "Nieuw moet beter zijn dan oud",
            en: "The new home must beat the old", unit: factor),
        row(
            .preferOwning, 0.9, 0.5...1.3, nl: "Voorkeur voor kopen", en: "Preference for owning",
            unit: logPoints),
        row(
            .preferOwningIncome, 4, 3...5, nl: "Kopen stijgt met inkomen", en: "Owning rises with income",
            unit: logPoints),
        row(
            .preferPrivateRent, -0.3, -0.8...0.2, nl: "Voorkeur voor particuliere huur",
            en: "Preference for private rent", unit: logPoints),
        row(
            .preferMidRent, -0.8, -1.3 ... -0.3, nl: "Voorkeur voor middenhuur",
            en: "Preference for mid rent", unit: logPoints),
    ]

    private static let people: [Assumption] = [
        row(
            .separation, 0.015, 0.012...0.018, nl: "Paren die uit elkaar gaan", en: "Couples that separate",
            unit: chance),
        row(
            .union, 0.08, 0.06...0.1, nl: "Alleenstaanden die gaan samenwonen (30 jaar)",
            en: "Single persons who form a couple (age 30)", unit: chance),
        row(.leaveHome, 0.09, 0.07...0.11, nl: "Kind gaat uit huis", en: "A child leaves home", unit: chance),
        row(.birthLevel, 1, 0.85...1.15, nl: "Geboorten, niveau", en: "Births, level", unit: factor),
        row(.deathLevel, 1, 0.9...1.1, nl: "Sterfte, niveau", en: "Deaths, level", unit: factor),
        row(
            .departureLevel, 0.5, 0.4...0.6, nl: "Vertrek uit de gemeente, niveau", en: "Departures, level",
            unit: factor,
            .source("CBS, moves by age 2017 (between municipalities and abroad); level is a choice")),
        row(
            .arrivalRate, 0.05, 0.04...0.06, nl: "Vestigers die een woning zoeken",
            en: "Arrivals who seek a home", unit: chance),
        row(
            .arrivalLowIncome, 0.5, 0.4...0.6, nl: "Vestigers met een laag inkomen",
            en: "Arrivals with a low income", unit: share),
        row(
            .giveUp, 0.15, 0.08...0.25, nl: "Wachtenden die vertrekken", en: "Waiting households that leave",
            unit: chance),
        row(
            .incomeRenewal, 0.03, 0.02...0.05, nl: "Inkomen verandert sterk", en: "Income changes much",
            unit: chance),
        row(
            .incomeJitter, 3, 2...4, nl: "Inkomen schommelt", en: "Income fluctuates",
            unit: ("honderdsten", "hundredths")),
    ]

    private static let letting: [Assumption] = [
        row(
            .mediatedShare, 0.08, 0.05...0.2, nl: "Directe bemiddeling", en: "Direct mediation", unit: share,
            .source("CBS 2023: 8% of lettings to permit holders; other groups come on top")),
        row(
            .freeShareUsed, 0.03, 0...0.075, nl: "Vrije ruimte die is gebruikt", en: "Free margin in use",
            unit: share),
        row(
            .lotteryShare, 0.1, 0...0.3, nl: "Loting", en: "Lottery", unit: share,
            .source("RIGO 2016, 2019: mostly registration time, part by lottery; share is a choice")),
        row(
            .appropriateShare, 0.95, 0.95...1, nl: "Passend toewijzen", en: "Appropriate allocation",
            unit: share,
            .source("Woningwet 46; rijksoverheid.nl 2025")),
        row(
            .returnShare, 0.35, 0.1...0.5, nl: "Wie weg moet en terug wil",
            en: "Displaced who want to return", unit: share,
            .source("Woonbond: usually fewer than half; no count found")),
    ]

    private static let building: [Assumption] = [
        row(
            .buildRate, 0.009, 0.006...0.012, nl: "Nieuwbouw", en: "New build",
            unit: ("van de voorraad per jaar", "of the stock a year"),
            .source("CBS 2022: 74,000 new homes, 0.9% of the stock")),
        row(
            .buildSocialShare, 0.25, 0.15...0.35, nl: "Sociale huur in de nieuwbouw",
            en: "Social rent in new build", unit: share,
            .source("Aedes 2022: 16,000 of 74,000 new homes by corporations; range is a choice")),
        row(
            .demolitionRate, 0.003, 0.001...0.005, nl: "Sloop van sociale huur",
            en: "Demolition of social rent", unit: chance,
            .source("Aedes 2015: over 7,200 of 2.3 million; range is a choice")),
        row(
            .saleRate, 0.04, 0...0.08, nl: "Verkoop als een sociale woning vrijkomt",
            en: "Sale of social homes that come free", unit: share),
        row(
            .buyToLet, 0.04, 0.01...0.08, nl: "Vrije koopwoning wordt verhuurd", en: "Free owner home is let",
            unit: share),
        row(
            .sellOff, 0.05, 0.02...0.15, nl: "Vrije huurwoning wordt verkocht", en: "Free let home is sold",
            unit: share),
        row(
            .splitRate, 0.01, 0...0.03, nl: "Grote woning wordt gesplitst", en: "Large home is split",
            unit: share),
        row(
            .priceResponse, 0.5, 0.2...1, nl: "Prijs volgt tekort", en: "Prices follow shortage",
            unit: ("logpunten", "log points")),
        row(
            .priceLevel, 7.5, 6.5...8.5, nl: "Prijs van de middelste woning", en: "Price of the middle home",
            unit: ("middeninkomens", "middle incomes")),
        row(
            .feedbackComposition, 0.5, 0...1, nl: "Samenstelling bepaalt vertrek mee",
            en: "Composition affects turnover", unit: logPoints),
        row(
            .tippingPoint, 0.6, 0.4...0.8, nl: "Kantelpunt", en: "Tipping point", unit: share,
            .source("none found in the Netherlands (Ong 2014); a switch for those who doubt it")),
        row(
            .tippingStrength, 1.5, 1...2, nl: "Vertrek voorbij het kantelpunt",
            en: "Departure beyond the tipping point", unit: factor),
    ]

    private static let distance: [Assumption] = [
        row(
            .choiceSocialDistance, 5, 3...7, nl: "Buurt met andere inkomens trekt minder",
            en: "A neighbourhood of other incomes draws less", unit: logPoints,
            .source("Musterd, van Gent, Das and Latten 2016: direction; size is a choice")),
        row(
            .wishSocialDistance, 0.5, 0...1, nl: "Wie afwijkt van de buurt, wil vaker weg",
            en: "Who differs from the neighbourhood wishes to leave more", unit: logPoints,
            .source("Musterd, van Gent, Das and Latten 2016: direction; size is a choice")),
    ]
}
