internal import Bilingual

extension LeverCard {
    /// The cards in the order of the catalogue. Facts: domain notes with their sources; a lever without a sourced price
    /// has none.
    public static let all: [LeverCard] = stock + letting + wider

    private static func text(_ nl: String, _ en: String) -> BilingualText { BilingualText(nl: nl, en: en) }

    private static func card(
        _ kind: LeverKind, _ decider: (String, String), _ basis: String, _ lead: (String, String),
        _ changes: (String, String),
        effect: ModelEffect = .full, cost: LeverCost? = nil, sides effects: [SideEffect],
        distinction: (String, String)? = nil
    ) -> LeverCard {
        LeverCard(
            kind: kind, decider: text(decider.0, decider.1), legalBasis: basis,
            leadTime: text(lead.0, lead.1),
            changes: text(changes.0, changes.1), effect: effect, cost: cost, sideEffects: effects,
            distinction: distinction.map { text($0.0, $0.1) })
    }

    private static let corporation = ("de woningcorporatie", "the housing association")
    private static let council = ("de gemeenteraad", "the municipal council")
    private static let state = ("het Rijk", "the State")
    private static let ask = ("vraag: geen cijfer met bron gevonden", "ask: no sourced figure found")
    private static let turnover = ("zo snel als woningen vrijkomen", "as fast as homes come free")

    private static let stock: [LeverCard] = [
        card(
            .demolishRebuild,
            (
                "corporatie en gemeente; huurders adviseren, 70% is gebruikelijk",
                "corporation and municipality; tenants advise, 70% is customary"
            ),
            "Woningwet; BW 7:220 en 7:274",
            (
                "bouw 18 tot 27 maanden; van idee tot woning 8 tot 10 jaar (pers)",
                "building takes 18 to 27 months; from idea to home 8 to 10 years (press)"
            ),
            (
                "haalt woningen weg en bouwt andere terug; bewoners moeten verhuizen, met voorrang",
                "takes homes away and builds others; residents must move, with priority"
            ),
            cost: LeverCost(
                low: 176_000, high: 189_000, year: 2019,
                source: "aedes.nl; gelderlander.nl (41,5 mln voor 220 woningen)"),
            sides: [.displacement, .affordability, .waitingTime, .spillover]),
        card(
            .renovation,
            ("de corporatie; 70% van de huurders stemt in", "the corporation; 70% of tenants consent"),
            "BW 7:220", ask,
            (
                "verhoogt de huurklasse; als het huis leeg moet, verhuizen bewoners tijdelijk",
                "raises the class of rent; if the home must be emptied, residents move for a time"
            ),
            effect: .partly(
                text(
                    "energie en kwaliteit tellen niet mee in de keuze van een huis",
                    "energy and quality do not count in the choice of a home")),
            cost: LeverCost(low: 100_000, high: 100_000, year: 2020, source: "trouw.nl (één geval)"),
            sides: [.affordability, .displacement]),
        card(
            .mergeSplit, ("de eigenaar; de gemeente geeft vergunning", "the owner; the municipality permits"),
            "Huisvestingswet hoofdstuk 4; Omgevingswet", ask,
            (
                "verandert de grootte van woningen; samenvoegen maakt er minder",
                "changes the size of homes; merging makes fewer"
            ), sides: [.waitingTime]),
        card(
            .sale,
            (
                "de corporatie; de Autoriteit woningcorporaties bij verkoop aan anderen",
                "the corporation; the Authority for sale to third parties"
            ),
            "Woningwet 27; Btiv 22-27", turnover,
            (
                "maakt van sociale huur koop; bij verkoop aan wie er woont verhuist niemand",
                "turns social rent into ownership; sold to who lives there, nobody moves"
            ), sides: [.waitingTime, .affordability]),
        card(
            .liberalise, ("de corporatie, na afspraak", "the corporation, after agreement"), "Woningwet; WWS",
            turnover,
            (
                "haalt vrijkomende woningen uit de sociale huur",
                "takes homes that come free out of social rent"
            ), sides: [.affordability, .waitingTime]),
        card(
            .addSocialRent,
            ("gemeente, corporaties en huurders samen", "municipality, corporations and tenants together"),
            "prestatieafspraken", ask,
            (
                "koopt vrijkomende woningen en stopt verkoop waar weinig sociale huur is",
                "buys homes that come free and stops sales where there is little social rent"
            ), sides: []),
        card(
            .newBuild, council, "Bkl 5.161c; doelgroepenverordening",
            ("planning en bouw", "planning and building"),
            (
                "bouwt nieuwe woningen per categorie; bestaande blijven zoals ze zijn",
                "builds new homes by category; existing ones stay as they are"
            ), sides: []),
    ]

    private static let letting: [LeverCard] = [
        card(
            .fairShare, ("Rijk en provincie", "State and province"),
            "Wet versterking regie (stand niet vast); woondeals", ("jaren", "years"),
            (
                "verandert hoeveel mensen met een laag inkomen van buiten komen",
                "changes how many people with a low income come from elsewhere"
            ),
            effect: .partly(
                text("andere gemeenten zijn niet in het model", "other municipalities are not in the model")),
            sides: [.spillover]),
        card(
            .freeAllocation,
            ("gemeente, corporaties en huurders samen", "municipality, corporations and tenants together"),
            "Btiv: 7,5%, met afspraak 15%", ("elk jaar", "every year"),
            (
                "deel van de toewijzingen dat naar hogere inkomens mag",
                "share of lettings that may go to higher incomes"
            ), sides: [.waitingTime]),
        card(
            .areaRents, corporation, "Woningwet 46; RTiv", turnover,
            (
                "huurklasse van vrijkomende woningen, en zo wie erin past",
                "class of rent of homes that come free, and so who fits"
            ), sides: [.affordability]),
        card(
            .localPriority, council, "Huisvestingswet 2014 (vanaf 2024: hoogstens de helft)",
            ("een verordening", "a by-law"),
            ("voorrang voor wie al in de wijk woont", "priority for who lives in the district already"),
            effect: .partly(
                text(
                    "beroepen zijn niet in het model; alleen de binding aan de wijk",
                    "occupations are not in the model; only the tie to the district")), sides: [.waitingTime],
            distinction: (
                "kan groepen van buiten benadelen: indirect onderscheid",
                "can put groups from outside at a disadvantage: indirect distinction"
            )),
        card(
            .areaDesignation,
            (
                "raad vraagt, minister wijst aan, college geeft vergunning",
                "council asks, minister designates, executive permits"
            ), "Wbmgp 5-10 (vier jaar, ten hoogste twintig)", ("jaren", "years"),
            (
                "artikel 8 en 9: wie mag of gaat voor bij een huurwoning",
                "articles 8 and 9: who may rent, or comes first"
            ),
            effect: .partly(
                text(
                    "artikel 10 (gedrag) verandert niets: gedrag is niet in het model; artikel 8 werkt alleen op wie van buiten komt met een heel laag inkomen",
                    "article 10 (conduct) changes nothing: conduct is not in the model; article 8 works only on arrivals with a very low income"
                )),
            sides: [.spillover, .stigma],
            distinction: (
                "indirect onderscheid; onderzoek vond geen betere leefbaarheid (UvA 2015; RIGO 2021: moeilijk te meten). Vul de vier stappen in.",
                "indirect distinction; research found no better liveability (UvA 2015; RIGO 2021: hard to measure). Fill in the four steps."
            )),
        card(
            .specialGroups, ("gemeente, corporaties en zorg", "municipality, corporations and care"),
            "Huisvestingswet; urgentie in de Wet regie", ("elk jaar", "every year"),
            ("waar woningen voor directe bemiddeling liggen", "where homes for direct mediation lie"),
            sides: [.waitingTime],
            distinction: (
                "mag alleen met een goede reden; Utrecht kreeg gelijk (College 2022-145). Vul de vier stappen in.",
                "only with a good reason; Utrecht's was accepted (College 2022-145). Fill in the four steps."
            )),
    ]

    private static let wider: [LeverCard] = [
        card(
            .buyToLetRestriction, council, "Huisvestingswet hoofdstuk 7 (vier jaar)",
            ("een verordening", "a by-law"),
            ("vrijkomende koopwoningen worden niet verhuurd", "owner homes that come free are not let"),
            sides: [.spillover]),
        card(
            .midRentRegulation, state, "Wet betaalbare huur (1 juli 2024)", ("geldt al", "in force"),
            (
                "particuliere huur wordt middenhuur, of wordt verkocht",
                "private rent becomes mid rent, or is sold"
            ), sides: [.affordability]),
        card(
            .householdIncome, ("Rijk en gemeente", "State and municipality"), "Huurtoeslag; Participatiewet",
            ("jaren", "years"),
            (
                "inkomens stijgen zonder verhuizing: mengen zonder verhuizen",
                "incomes rise without a move: mixing without moving"
            ),
            effect: .partly(
                text(
                    "de oorzaak (werk, schuld, toeslag) is niet in het model",
                    "the cause (work, debt, allowance) is not in the model")), sides: []),
        card(
            .facilities, ("raad, schoolbesturen, ondernemers", "council, school boards, entrepreneurs"),
            "Omgevingsplan; begroting", ask,
            ("een buurt trekt meer mensen aan", "a neighbourhood draws more people"),
            effect: .partly(
                text(
                    "alleen de aantrekkingskracht; leefbaarheid wordt nooit berekend",
                    "only the attraction; liveability is never computed")), sides: [.affordability]),
        card(
            .socialManagement, ("corporatie en gemeente", "corporation and municipality"),
            "Woningwet 45 (alleen met prestatieafspraken)", ("minder dan een jaar", "under a year"),
            ("minder mensen willen weg, zolang het duurt", "fewer people wish to leave, as long as it lasts"),
            effect: .partly(
                text(
                    "overlast en contact zijn niet in het model", "nuisance and contact are not in the model")
            ), sides: []),
        card(
            .stateMoney, ("de minister", "the minister"), "regeling per ronde (VHF, NPLV)",
            ("rondes", "rounds"),
            ("maakt het budget groter", "widens the budget"),
            effect: .none(
                text(
                    "geld alleen verandert geen woning; de maatregelen die ermee worden betaald wel",
                    "money by itself changes no home; the measures paid from it do")),
            cost: LeverCost(
                low: -22_000, high: -18_000, year: 2024,
                source: "gemeente.nu; rijksoverheid.nl (VHF: 18 tot 22 duizend per woning)"), sides: []),
        card(
            .landPolicy, ("raad en college", "council and executive"), "Omgevingswet; voorkeursrecht",
            ("jaren", "years"),
            ("hoe nieuwe woningen van de markt worden verdeeld", "how new homes of the market are divided"),
            sides: [.waitingTime]),
        card(
            .permits, council, "Huisvestingswet; Wbmgp 2014", ("een verordening", "a by-law"),
            ("geen woning wordt gesplitst", "no home is split"),
            effect: .partly(
                text("kamers per huis zijn niet in het model", "rooms in a home are not in the model")),
            sides: [.waitingTime]),
        card(
            .doNothing, ("niemand", "nobody"), "–", ("nu", "now"),
            (
                "wat vanzelf gebeurt: verhuizen, ouder worden, prijzen",
                "what happens by itself: moving, ageing, prices"
            ),
            effect: .none(
                text("dit is waarmee alles wordt vergeleken", "this is what everything is compared with")),
            sides: []),
    ]
}
