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
    }
}
