import Bilingual
import HousingMarket

/// The fields that the mixing desk offers for a lever: names as in a package file.
struct DeskLever {
    /// One field.
    struct Field {
        var key: String
        var label: BilingualText
        var start: String
        var isText = false

        init(_ key: String, _ nl: String, _ en: String, _ start: String = "", isText: Bool = false) {
            self.key = key
            label = BilingualText(nl: nl, en: en)
            self.start = start
            self.isText = isText
        }
    }

    let kind: LeverKind
    let fields: [Field]

    private static let homes = Field("dwellings", "Aantal woningen", "Number of homes", "50")
    private static let reasons = [
        Field("justification.aim", "Doel", "Aim", isText: true),
        Field("justification.suitable", "Waarom werkt dit?", "Why does it suit?", isText: true),
        Field(
            "justification.necessary", "Waarom kan het niet lichter?", "Why is nothing lighter enough?",
            isText: true),
        Field(
            "justification.proportionate", "Waarom is dit in verhouding?", "Why is it in proportion?",
            isText: true),
    ]

    private static func mix(_ group: String, _ starts: [String]) -> [Field] {
        zip(Tenure.allCases, starts).map { tenure, start in
            Field(
                "\(group).\(tenure.word)", tenure.name.nl.capitalisedFirst, tenure.name.en.capitalisedFirst,
                start)
        }
    }

    /// All levers that a package can hold, in the order of the catalogue; doing nothing is always in the comparison.
    static let all: [DeskLever] = LeverKind.allCases.filter { $0 != .doNothing }.map {
        DeskLever(kind: $0, fields: fields($0))
    }

    private static func fields(_ kind: LeverKind) -> [Field] {
        switch kind {
        case .demolishRebuild: [homes] + mix("rebuilt", ["20", "10", "0", "30"])
        case .renovation:
            [homes, Field("rentClassesUp", "Huurklassen hoger (0–2)", "Rent classes up (0–2)", "0")]
        case .mergeSplit: [homes, Field("work", "merge of split", "merge or split", "merge")]
        case .sale: [homes]
        case .liberalise: [homes, Field("to", "midRent of privateRent", "midRent or privateRent", "midRent")]
        case .addSocialRent: [Field("bought", "Aantal aan te kopen", "Number to buy", "50")]
        case .newBuild: [homes] + mix("mix", ["0.3", "0.2", "0.1", "0.4"])
        case .fairShare:
            [
                Field(
                    "lowIncomeInflow", "Instroom lage inkomens (1 = als nu)",
                    "Inflow of low incomes (1 = as now)", "0.9")
            ]
        case .freeAllocation:
            [Field("share", "Aandeel toewijzingen (tot 0,15)", "Share of lettings (to 0.15)", "0.15")]
        case .areaRents:
            [
                Field("low", "Aandeel lage huur", "Share of low rents", "0.6"),
                Field("middle", "Aandeel midden", "Share in the middle", "0.3"),
                Field("high", "Aandeel hoog", "Share of high rents", "0.1"),
            ]
        case .localPriority:
            [Field("share", "Aandeel toewijzingen (tot 0,5)", "Share of lettings (to 0.5)", "0.25")]
        case .areaDesignation: [Field("article", "Artikel 8, 9 of 10", "Article 8, 9 or 10", "9")] + reasons
        case .specialGroups: [Field("share", "Aandeel toewijzingen", "Share of lettings", "0.04")] + reasons
        case .midRentRegulation:
            [
                Field("regulatedShare", "Aandeel dat middenhuur wordt", "Share that becomes mid rent", "0.5"),
                Field(
                    "sellOffShare", "Aandeel daarvan dat wordt verkocht", "Share of it that is sold", "0.2"),
            ]
        case .householdIncome:
            [
                Field("householdsPerYear", "Huishoudens per jaar", "Households a year", "50"),
                Field(
                    "percentiles", "Stijging op de inkomensladder (honderdsten)",
                    "Rise on the income ladder (hundredths)", "10"),
            ]
        case .facilities:
            [
                Field(
                    "function", "recreational, educational, economic, care of transport",
                    "recreational, educational, economic, care or transport", "educational"),
                Field("strength", "Sterkte (standaardafwijkingen)", "Strength (standard deviations)", "1"),
            ]
        case .socialManagement:
            [Field("fewerMoves", "Minder verhuiswensen (aandeel)", "Fewer wishes to move (share)", "0.1")]
        case .stateMoney: [Field("euro", "Bedrag in euro", "Amount in euro", "1000000")]
        case .landPolicy:
            [Field("share", "Aandeel van de nieuwbouw", "Share of new build", "0.5")]
                + mix("mix", ["0.3", "0.2", "0.1", "0.4"])
        case .buyToLetRestriction, .permits, .doNothing: []
        }
    }
}
