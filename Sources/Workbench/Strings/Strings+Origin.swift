import Bilingual

extension Strings {
    enum Origin {
        static let title = BilingualText(nl: "Waargenomen herkomst", en: "Observed origin")
        static let question = BilingualText(
            nl: "De vraag: wonen mensen met verschillende herkomst bij elkaar in de buurt?",
            en: "The question: do people of different origins live near each other?")
        static let rules = [
            BilingualText(
                nl:
                    "Bewering C1 gaat over herkomst. Daarom staat hier wat het CBS daarover heeft waargenomen. We kijken naar beide kanten op: hoe vaak de ene groep de andere in de buurt heeft, en andersom.",
                en:
                    "Claim C1 is about origin. That is why this page shows what the statistical office observed. It looks in both directions: how often one group has the other nearby, and the reverse."
            ),
            BilingualText(
                nl:
                    "Herkomst is hier nooit een knop, doel, filter of reden om een gebied te kiezen. Er is met opzet geen kaart.",
                en:
                    "Origin is never a lever, target, filter or reason to choose an area here. There is no map, on purpose."
            ),
        ]

        static let none = BilingualText(
            nl:
                "Dit project heeft op deze schaal geen cijfers over herkomst. Bewering C1 is daarom niet te toetsen.",
            en: "This project has no figures on origin at this scale. Claim C1 can therefore not be tested.")
        static let group = BilingualText(nl: "Groep", en: "Group")
        static let classification = BilingualText(nl: "Indeling", en: "Classification")
        static let measure = BilingualText(nl: "Maat", en: "Measure")
        static let isolation = BilingualText(
            nl: "Een buurtgenoot van iemand uit deze groep hoort ook bij deze groep",
            en: "A neighbour of someone in this group is in this group too")
        static let interaction = BilingualText(
            nl: "Een buurtgenoot van iemand uit deze groep hoort niet bij deze groep",
            en: "A neighbour of someone in this group is not in this group")
        static let isolationOfOthers = BilingualText(
            nl: "Een buurtgenoot van een andere bewoner hoort ook niet bij deze groep",
            en: "A neighbour of another resident is not in this group either")
        static let interactionOfOthers = BilingualText(
            nl: "Een buurtgenoot van een andere bewoner hoort wel bij deze groep",
            en: "A neighbour of another resident is in this group")
        static let dissimilarity = BilingualText(
            nl: "Ongelijke spreiding (D: 0 gelijk, 1 gescheiden)", en: "Uneven spread (D: 0 even, 1 apart)")

        static func share(_ text: String) -> BilingualText {
            BilingualText(nl: "\(text) van de bewoners.", en: "\(text) of the residents.")
        }
    }
}
