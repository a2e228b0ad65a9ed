import Bilingual
import EvidenceRegister
import PolicyTheory

extension Strings {
    /// The policy theory as a picture, its arrows, and where the four sources differ.
    enum Theory {
        static let title = BilingualText(
            nl: "Hoe het beleid denkt dat het werkt", en: "How the policy thinks it works")
        static let lead = BilingualText(
            nl:
                "Dit is wat de tekst van de werkgroep zegt, aanneemt of vraagt. Een pijl is een veronderstelling, geen feit. Kies een pijl: daar staat wat de cijfers hier, het model, onderzoek en de groepen ervan zeggen.",
            en:
                "This is what the text of the working group states, assumes or asks. An arrow is an assumption, not a fact. Choose an arrow: there you find what the figures here, the model, studies and the groups say of it."
        )
        static let toContradictions = BilingualText(
            nl: "Waar cijfers, model, onderzoek en groepen elkaar tegenspreken",
            en: "Where figures, model, studies and groups contradict each other")
        static let picture = BilingualText(
            nl: "De beleidstheorie in één plaatje", en: "The policy theory in one picture")
        static let subtitle = BilingualText(
            nl: "Links wat iemand kan doen of hoe een buurt is, rechts wat het beleid wil.",
            en: "On the left what somebody can do or how an area is, on the right what the policy wants.")
        static let seen = BilingualText(
            nl:
                "Een + betekent: meer van het ene geeft meer van het andere. Een −: minder. Een =: ze komen samen voor.",
            en: "A + means: more of the one gives more of the other. A −: less. A =: they are found together."
        )
        static let notSaid = BilingualText(
            nl: "Het plaatje zegt niet dat het zo werkt.",
            en: "The picture does not say that it works like this.")
        static let stated = BilingualText(nl: "de tekst zegt het", en: "the text states it")
        static let implied = BilingualText(
            nl: "het staat tussen de regels", en: "it stands between the lines")
        static let asked = BilingualText(nl: "de werkgroep vraagt het", en: "the working group asks it")
        static let arrows = BilingualText(nl: "Alle pijlen", en: "All arrows")
        static let arrowsLead = BilingualText(
            nl: "In de volgorde van de tekst. Achter elke pijl staat een pagina met de vier antwoorden.",
            en: "In the order of the text. Behind every arrow stands a page with the four answers.")
        static let columns = [
            BilingualText(nl: "Pijl", en: "Arrow"), BilingualText(nl: "Wat hij zegt", en: "What it says"),
            BilingualText(nl: "Waar staat het?", en: "Where is it stated?"),
            BilingualText(nl: "Cijfers hier", en: "Figures here"), BilingualText(nl: "Model", en: "Model"),
            BilingualText(nl: "Onderzoek", en: "Studies"), BilingualText(nl: "Groepen", en: "Groups"),
            BilingualText(nl: "Tegenspraken", en: "Contradictions"),
        ]
        static let nodes = BilingualText(nl: "Alle blokken", en: "All boxes")
        static let nodesLead = BilingualText(
            nl: "Bij elk blok: de pijlen, en de cijfers die er hier voor staan.",
            en: "With each box: its arrows, and the figures that stand for it here.")
        static let indicators = BilingualText(
            nl: "Cijfers die hiervoor staan", en: "Figures that stand for this")
        static let noIndicator = BilingualText(
            nl: "Geen gegevens: hiervoor is hier geen cijfer van buurten.",
            en: "No data: there is no figure of areas for this here.")
        static let inModel = BilingualText(nl: "In het model:", en: "In the model:")
        static let says = BilingualText(nl: "Wat zegt deze pijl?", en: "What does this arrow say?")
        static let statedBy = BilingualText(nl: "Dit is een deel van bewering", en: "This is part of claim")
        static let askedBy = BilingualText(
            nl: "De tekst zegt dit niet; de werkgroep vraagt het:",
            en: "The text does not state this; the working group asks it:")
        static let impliedOnly = BilingualText(
            nl: "De tekst zegt dit niet met zoveel woorden, maar gaat er wel van uit.",
            en: "The text does not say so in so many words, but rests on it.")
        static let contradictions = BilingualText(
            nl: "Waar de antwoorden elkaar tegenspreken", en: "Where the answers contradict each other")
        static let contradictionsLead = BilingualText(
            nl:
                "Per bewering en per pijl: waar cijfers, model, onderzoek en groepen niet hetzelfde zeggen. Er staat niet bij wie gelijk heeft.",
            en:
                "By claim and by arrow: where figures, model, studies and groups do not say the same. It is not said who is right."
        )
        static let noContradiction = BilingualText(
            nl: "Hier is geen tegenspraak gevonden", en: "No contradiction was found here")

        static func sentence(_ nodes: Int, _ arrows: Int) -> BilingualText {
            BilingualText(
                nl:
                    "De beleidstheorie als schema: \(nodes) blokken en \(arrows) pijlen; alle pijlen staan ook in de tabel.",
                en:
                    "The policy theory as a diagram: \(nodes) boxes and \(arrows) arrows; all arrows are in the table too."
            )
        }

        static func kind(_ kind: Concept.Kind) -> BilingualText {
            switch kind {
            case .leverFamily: BilingualText(nl: "Wat iemand kan doen", en: "What somebody can do")
            case .condition: BilingualText(nl: "Hoe een buurt is", en: "How an area is")
            case .experience: BilingualText(nl: "Wat bewoners meemaken", en: "What residents meet or feel")
            case .goal: BilingualText(nl: "Wat het beleid wil", en: "What the policy wants")
            }
        }

        static func model(_ model: SpineAnswers.Model) -> BilingualText {
            switch model {
            case .notComputed: BilingualText(nl: "rekent dit niet uit", en: "does not compute this")
            case .noRuns: BilingualText(nl: "nog geen pakket", en: "no package yet")
            case .outcomes(_, true): BilingualText(nl: "rekent het eind uit", en: "computes the end")
            case .outcomes(_, false):
                BilingualText(nl: "rekent alleen het begin uit", en: "computes the start only")
            }
        }

        static func studies(_ evidence: ClaimEvidence) -> BilingualText {
            let counts = (evidence.supporting.count, evidence.against.count, evidence.mixed.count)
            guard counts != (0, 0, 0) else {
                return BilingualText(nl: "geen onderzoek gevonden", en: "no study found")
            }
            return BilingualText(
                nl: "\(counts.0) voor, \(counts.1) tegen of geen effect, \(counts.2) wisselend",
                en: "\(counts.0) for, \(counts.1) against or no effect, \(counts.2) mixed")
        }

        static func groups(_ stands: [GroupVoice.Stand]) -> BilingualText {
            let known = stands.filter { $0 != .silent }
            guard !known.isEmpty else { return BilingualText(nl: "niets", en: "nothing") }
            func count(_ stand: GroupVoice.Stand) -> Int { known.count { $0 == stand } }
            let all: [(Int, BilingualText)] = [
                (count(.leansFor), BilingualText(nl: "neigt ervoor", en: "leans towards it")),
                (count(.leansAgainst), BilingualText(nl: "neigt ertegen", en: "leans against it")),
                (count(.divided), BilingualText(nl: "verdeeld", en: "divided")),
            ]
            let found = all.filter { $0.0 > 0 }
            return BilingualText(
                nl: found.map { "\($0.0)× \($0.1.nl)" }.joined(separator: ", "),
                en: found.map { "\($0.0)× \($0.1.en)" }.joined(separator: ", "))
        }
    }
}
