internal import Bilingual

extension LeverCard {
    /// Levers on the stock of homes, L1 to L7.
    static let stock: [LeverCard] = [
        demolition, renovating, merging, selling, liberalising, addingSocialRent, building,
    ]

    private static let demolition = LeverCard(
        kind: .demolishRebuild,
        name: text("Sloop en nieuwbouw", "Demolish and rebuild"),
        summary: text(
            "Woningen worden leeggemaakt en gesloopt. Er komen andere woningen voor terug.",
            "Homes are emptied and demolished, and others are built in their place."),
        decider: text(
            "corporatie en gemeente; huurders geven advies, 70% steun is gebruikelijk",
            "housing association and municipality; tenants advise, 70% support is customary"),
        legalBasis: text("Woningwet; BW 7:220 en 7:274", "Housing Act; Civil Code 7:220 and 7:274"),
        leadTime: text(
            "bouw 18 tot 27 maanden (2007); van idee tot eerste woning 8 tot 10 jaar (pers)",
            "building takes 18 to 27 months (2007); from idea to first home 8 to 10 years (press)"),
        changes: text(
            "Haalt woningen weg, complex voor complex. Bewoners moeten verhuizen en krijgen voorrang. Daarna komen er nieuwe woningen; een deel van de bewoners wil terug.",
            "Takes homes away, estate by estate. Residents must move and get priority. New homes follow; some of the residents wish to return."
        ),
        effect: .full,
        cost: LeverCost(
            low: 176_000, high: 189_000, unit: home, year: 2019,
            source: text(
                "cobouw.nl en aedes.nl (gemiddelde 2019); gelderlander.nl (41,5 miljoen voor 220 woningen, zelf gedeeld)",
                "cobouw.nl and aedes.nl (mean of 2019); gelderlander.nl (41.5 million for 220 homes, own division)"
            )),
        revenue: text(
            "het rendement is negatief als de sloop meetelt (platform31.nl)",
            "the return is negative when demolition is counted (platform31.nl)"),
        sideEffects: [.displacement, .affordability, .waitingTime, .spillover],
        sideEffectNote: text(
            "Bewoners moeten weg, goedkope woningen verdwijnen, anderen wachten langer. Volgens de Woonbond, die huurders vertegenwoordigt, kiest meestal minder dan de helft voor terugkeer.",
            "Residents must leave, cheap homes go, others wait longer. According to the Woonbond, which speaks for tenants, usually fewer than half choose to return."
        ),
        distinctionRisk: .none,
        precedents: [
            precedent(
                "2020-2021", "volkskrant.nl; nrc.nl",
                "Tweebosbuurt, Rotterdam: 535 sociale huurwoningen weg, 137 terug; meer dan 300 huishoudens keren niet terug.",
                "Tweebosbuurt, Rotterdam: 535 social homes gone, 137 back; more than 300 households do not return."
            ),
            precedent(
                "2020", "trouw.nl", "Jerusalem, Nijmegen: 73,6% stemde voor sloop.",
                "Jerusalem, Nijmegen: 73.6% voted for demolition."),
        ])

    private static let renovating = LeverCard(
        kind: .renovation,
        name: text("Ingrijpende renovatie", "Deep renovation"),
        summary: text(
            "Sociale huurwoningen worden grondig opgeknapt; de huur kan daarna hoger zijn.",
            "Social homes are thoroughly renovated; the rent may be higher afterwards."),
        decider: text(
            "de corporatie; bij een complex vanaf 10 woningen is 70% van de huurders genoeg",
            "the housing association; for an estate of 10 homes or more, 70% of the tenants is enough"),
        legalBasis: text("BW 7:220", "Civil Code 7:220"),
        leadTime: ask,
        changes: text(
            "Verhoogt de huurklasse. Moet de woning leeg, dan verhuizen bewoners en mogen zij terugkomen.",
            "Raises the class of rent. If the home must be emptied, residents move and may return."),
        effect: .partly(
            text(
                "energie en kwaliteit tellen niet mee bij de keuze van een woning",
                "energy and quality do not count in the choice of a home")),
        cost: LeverCost(
            low: 100_000, high: 100_000, unit: home, year: 2020,
            source: text("trouw.nl (één geval, ongeveer)", "trouw.nl (one case, approximate)")),
        sideEffects: [.affordability, .displacement],
        sideEffectNote: text(
            "De huur kan stijgen en een deel van de bewoners moet tijdelijk weg.",
            "The rent may rise and some residents must leave for a time."),
        distinctionRisk: .none, precedents: [])

    private static let merging = LeverCard(
        kind: .mergeSplit,
        name: text("Samenvoegen of splitsen", "Merge or split homes"),
        summary: text(
            "Twee woningen worden één, of van één woning worden er twee gemaakt.",
            "Two homes become one, or one home is made into two."),
        decider: text("de eigenaar; de gemeente geeft vergunning", "the owner; the municipality permits"),
        legalBasis: text(
            "Huisvestingswet hoofdstuk 4; Omgevingswet",
            "Housing Allocation Act chapter 4; Environment and Planning Act"),
        leadTime: ask,
        changes: text(
            "Verandert de grootte van woningen. Bij samenvoegen moet één huishouden van de twee weg; splitsen gebeurt als een woning vrijkomt.",
            "Changes the size of homes. In a merger one household of the two must leave; a home is split when it comes free."
        ),
        effect: .full,
        sideEffects: [.waitingTime],
        sideEffectNote: text(
            "Bij samenvoegen zijn er daarna minder woningen, dus wachten anderen langer.",
            "After a merger there are fewer homes, so others wait longer."),
        distinctionRisk: .none, precedents: [])

    private static let selling = LeverCard(
        kind: .sale,
        name: text("Verkoop van sociale huur", "Sale of social homes"),
        summary: text(
            "De corporatie verkoopt sociale huurwoningen, aan wie er woont of als ze vrijkomen.",
            "The housing association sells social homes, to who lives there or when they come free."),
        decider: text(
            "de corporatie; bij verkoop aan anderen keurt de Autoriteit woningcorporaties het goed",
            "the housing association; the Authority for housing associations approves sale to third parties"),
        legalBasis: text("Woningwet 27; Btiv 22-27", "Housing Act 27; Btiv 22-27"),
        leadTime: turnover,
        changes: text(
            "Maakt van sociale huur koop. Bij verkoop aan wie er woont verhuist niemand; anders komt er een koper die de prijs kan betalen.",
            "Turns social rent into ownership. Sold to who lives there, nobody moves; else a buyer comes who can pay the price."
        ),
        effect: .full,
        revenue: text(
            "levert geld op: hoogstens 100% van de WOZ-waarde of marktwaarde; vraag het bedrag",
            "brings money in: at most 100% of the assessed or market value; ask for the amount"),
        sideEffects: [.waitingTime, .affordability],
        sideEffectNote: text(
            "Er blijven minder sociale huurwoningen over; later kan de woning alsnog particulier worden verhuurd.",
            "Fewer social homes remain; later the home may still be let privately."),
        distinctionRisk: .none,
        precedents: [
            precedent(
                "2013", "stadsgeograaf.nl; studylibnl.com (SCP)",
                "SCP over het wijkenbeleid: het effect van verkoop viel tegen.",
                "SCP on neighbourhood policy: the effect of sale was disappointing.")
        ])

    private static let liberalising = LeverCard(
        kind: .liberalise,
        name: text("Naar middenhuur of vrije huur", "To mid rent or free rent"),
        summary: text(
            "Sociale huurwoningen die vrijkomen, worden daarna duurder verhuurd.",
            "Social homes that come free are let at a higher rent from then on."),
        decider: text("de corporatie, na afspraak", "the housing association, after agreement"),
        legalBasis: text(
            "Woningwet; woningwaarderingsstelsel (WWS)", "Housing Act; rent points system (WWS)"),
        leadTime: turnover,
        changes: text(
            "Haalt vrijkomende woningen uit de sociale huur; andere inkomens kunnen er wonen.",
            "Takes homes that come free out of social rent; other incomes can live there."),
        effect: .full,
        revenue: text("levert huur op; vraag het bedrag", "brings rent in; ask for the amount"),
        sideEffects: [.affordability, .waitingTime],
        sideEffectNote: text(
            "Er zijn minder goedkope woningen en zoekers wachten langer.",
            "There are fewer cheap homes and seekers wait longer."),
        distinctionRisk: .none, precedents: [])

    private static let addingSocialRent = LeverCard(
        kind: .addSocialRent,
        name: text("Sociale huur erbij of behouden", "Add or keep social rent"),
        summary: text(
            "Sociale huur komt erbij, of blijft, waar er weinig van is.",
            "Social rent is added, or stays, where there is little of it."),
        decider: together,
        legalBasis: text("prestatieafspraken", "performance agreements"),
        leadTime: ask,
        changes: text(
            "Koopt kleinere en middelgrote woningen die vrijkomen en kan de gewone verkoop in deze buurten stoppen.",
            "Buys small and middle-sized homes that come free, and can stop the ordinary sales in these neighbourhoods."
        ),
        effect: .partly(
            text(
                "ruil van woningen tussen corporaties is niet in het model",
                "swaps of homes between housing associations are not in the model")),
        sideEffects: [],
        sideEffectNote: text(
            "In de buurt waar de woningen komen, kan weerstand zijn.",
            "There may be resistance in the neighbourhood that receives the homes."),
        distinctionRisk: .none,
        precedents: [
            precedent(
                "–", "duic.nl", "Utrecht heeft dit in prestatieafspraken gezet.",
                "Utrecht has put this in performance agreements.")
        ])

    private static let building = LeverCard(
        kind: .newBuild,
        name: text("Nieuwbouw per categorie", "New build by category"),
        summary: text(
            "De gemeente legt vast welk deel van de nieuwbouw sociaal, middenduur of duur is.",
            "The municipality lays down what part of new build is social, mid-market or dear."),
        decider: text(
            "de gemeenteraad, in het omgevingsplan", "the municipal council, in the environment plan"),
        legalBasis: text("Bkl 5.161c; doelgroepenverordening", "Bkl 5.161c; target-group by-law"),
        leadTime: text(
            "eerst het plan, dan de bouw (18 tot 27 maanden, 2007)",
            "first the plan, then building (18 to 27 months, 2007)"),
        changes: text(
            "Bouwt nieuwe woningen per categorie; bestaande woningen blijven zoals ze zijn.",
            "Builds new homes by category; existing homes stay as they are."),
        effect: .partly(
            text(
                "hoe lang een woning voor een doelgroep moet blijven, is niet in het model",
                "how long a home must stay with a target group is not in the model")),
        sideEffects: [],
        sideEffectNote: text(
            "Het gaat langzaam en werkt alleen waar wordt gebouwd.",
            "It is slow and works only where there is building."),
        distinctionRisk: .none, precedents: [])
}
