import Bilingual

extension Strings {
    enum Questions {
        static let title = BilingualText(
            nl: "Zeven vragen en vier open grenzen", en: "Seven questions and four open thresholds")
        static let questions = BilingualText(nl: "De zeven vragen", en: "The seven questions")
        static let lead = BilingualText(
            nl:
                "Met deze vragen begint de werkgroep. Bij elke vraag staat welke pijlen van de beleidstheorie erbij horen.",
            en:
                "The working group starts from these questions. With each question stand the arrows of the policy theory that belong to it."
        )
        static let norms = BilingualText(
            nl: "Grenzen die de groep zelf stelt", en: "Thresholds that the group sets itself")
        static let normsLead = BilingualText(
            nl:
                "Het beleid zegt “te hoog” en “voldoende”, maar noemt geen getal. Dit programma kiest ook geen getal. Stelt uw groep een grens? Zet er dan bij wie dat deed. De grens staat alleen in het adres van de pagina: deel de link om hem te delen.",
            en:
                "The policy says “too high” and “sufficient” but names no number. Nor does this program. If your group sets a threshold, say who did. It only stands in the address of the page: share the link to share it."
        )
        static let value = BilingualText(nl: "Grens", en: "Threshold")
        static let author = BilingualText(nl: "Wie stelt deze grens?", en: "Who sets this threshold?")
        static let authorHint = BilingualText(
            nl: "Bijvoorbeeld: werkgroep 2", en: "For example: working group 2")
        static let middle = BilingualText(
            nl: "De schuif begint in het midden. Dat is geen voorstel.",
            en: "The slider starts in the middle. That is no proposal.")
        static let set = BilingualText(nl: "Stel deze grens", en: "Set this threshold")
        static let clear = BilingualText(nl: "Haal deze grens weg", en: "Remove this threshold")
        static let theory = BilingualText(
            nl: "De beleidstheorie in pijlen", en: "The policy theory in arrows")
        static let theoryLead = BilingualText(
            nl: "Zo denkt het beleid dat het werkt. Een pijl is een veronderstelling, geen feit.",
            en: "This is how the policy thinks it works. An arrow is an assumption, not a fact.")
        static let noSatisfaction = BilingualText(
            nl: "Er zijn geen cijfers over tevreden bewoners. Deze grens kan nog niet worden toegepast.",
            en: "There are no figures on satisfied residents. This threshold cannot be applied yet.")

        static func answered(by groups: Int, of all: Int) -> BilingualText {
            guard groups > 0 else {
                return BilingualText(
                    nl: "Nog open: geen groep heeft hier een antwoord op vastgelegd.",
                    en: "Still open: no group has recorded an answer.")
            }
            return BilingualText(
                nl: groups == 1
                    ? "1 groep gaf een antwoord (van \(all))."
                    : "\(groups) groepen gaven een antwoord (van \(all)).",
                en: groups == 1
                    ? "1 group gave an answer (of \(all))." : "\(groups) groups gave an answer (of \(all)).")
        }
        static func implied(_ sentence: String) -> BilingualText {
            BilingualText(
                nl: "tussen de regels (zin \(sentence))", en: "between the lines (sentence \(sentence))")
        }
        static func asked(_ question: String) -> BilingualText {
            BilingualText(nl: "gevraagd (\(question))", en: "asked (\(question))")
        }
        static func above(_ count: Int, _ all: Int, _ level: BilingualText) -> BilingualText {
            BilingualText(
                nl:
                    "Met deze grens is de concentratie te hoog in \(count) van de \(all) \(level.nl) met een cijfer.",
                en:
                    "With this threshold the concentration is too high in \(count) of \(all) \(level.en) with a figure."
            )
        }
        static func enough(_ count: Int, _ all: Int, _ noise: Int, _ level: BilingualText) -> BilingualText {
            BilingualText(
                nl:
                    "Met deze grens halen \(count) van de \(all) \(level.nl) met een cijfer de ondergrens; bij \(noise) valt dat binnen de marge niet te zeggen.",
                en:
                    "With this threshold \(count) of \(all) \(level.en) with a figure reach the floor; for \(noise) the margin does not allow to say."
            )
        }
        static let onCards = BilingualText(
            nl: "De kaarten met beweringen rekenen met deze grens.", en: "The claim cards use this threshold."
        )
    }
}
