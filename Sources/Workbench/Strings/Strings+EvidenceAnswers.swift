import Bilingual
import EvidenceRegister

extension Strings.Evidence {
    // Answers to the questions

    static let answersTitle = BilingualText(
        nl: "Wat zegt onderzoek op de zeven vragen?", en: "What does research say on the seven questions?")
    static let answersLead = BilingualText(
        nl:
            "Voorlopige antwoorden, in eigen woorden, uit samenvattingen. Onder elke zin staat op welk onderzoek hij rust. Hoe sterk het bewijs is, zegt een panel met een stemming; het programma rekent dat niet uit.",
        en:
            "Provisional answers, in our own words, from abstracts. Under each sentence stands the research it rests on. A panel says by vote how strong the evidence is; the program does not compute it."
    )
    static let strength = BilingualText(nl: "Sterkte volgens het panel", en: "Strength by the panel")
    static let hiddenVotes = BilingualText(nl: "niet getoond", en: "not shown")
    static let whyHidden = BilingualText(
        nl:
            "Aantallen onder \(PanelStrength.leastShown) worden niet getoond, en ook niet wat nodig zou zijn om ze uit te rekenen.",
        en:
            "Counts below \(PanelStrength.leastShown) are not shown, nor what would be needed to work them out."
    )
    static let noAnswer = BilingualText(
        nl: "Op deze vraag is nog geen antwoord met onderzoek eronder.",
        en: "There is no answer yet to this question that rests on research.")

    // For and against a claim

    static let whatScienceSays = BilingualText(nl: "Wat zegt onderzoek?", en: "What does research say?")
    static let nothing = BilingualText(
        nl: "Geen onderzoek gevonden dat deze bewering toetst.",
        en: "No research found that tests this claim.")
    static func more(_ count: Int) -> BilingualText {
        BilingualText(
            nl: "En nog \(count): zie de pagina van de bewering.",
            en: "And \(count) more: see the page of the claim.")
    }
    static let mixed = BilingualText(nl: "Wisselend", en: "Mixed")
    static let context = BilingualText(nl: "Achtergrond of niet gelezen", en: "Context or not read")
    static let others = BilingualText(nl: "Ook over hetzelfde onderzoek", en: "Also on the same trial")
    static let equal = BilingualText(
        nl:
            "Beide kanten krijgen evenveel plaats. Nederlands onderzoek staat eerst, daarna op opzet en jaar.",
        en: "Both sides get the same room. Dutch studies come first, then by design and year.")
    static let noPooled = BilingualText(
        nl:
            "Er is geen gemiddeld effect: de onderzoeken geven daarvoor geen vergelijkbare getallen met een marge.",
        en: "There is no mean effect: the studies give no comparable numbers with an interval for it.")

    // Pooling

    static let poolingTitle = BilingualText(
        nl: "Waarom nemen we onderzoeken niet samen?", en: "Why do we not pool studies?")
    static let candidatesTitle = BilingualText(
        nl: "Wat zou samen kunnen, na lezen van de volledige teksten?",
        en: "What could be pooled, once the full texts have been read?")
    static let expected = BilingualText(nl: "Te verwachten aantal", en: "Number to expect")
    static let obstacle = BilingualText(nl: "Wat staat in de weg?", en: "What stands in the way?")
    static let never = BilingualText(nl: "niet samen te nemen", en: "not to be pooled")
    static let missingTitle = BilingualText(
        nl: "Wat ontbreekt er aan de getallen?", en: "What do the numbers lack?")
    static let demonstrationTitle = BilingualText(
        nl: "Zo ziet samennemen eruit: een voorbeeld dat niet over mengen gaat",
        en: "What pooling looks like: an example that is not about mixing")
    static let demonstrationLead = BilingualText(
        nl:
            "Dertien proeven met een vaccin tegen tuberculose, een bekende oefenset. Zij zeggen niets over buurten; zij laten zien hoe een gemiddelde, een marge en een voorspelling eruitzien.",
        en:
            "Thirteen trials of a vaccine against tuberculosis, a well-known practice set. They say nothing of neighbourhoods; they show what a mean, an interval and a prediction look like."
    )
    static let ownEffects = BilingualText(
        nl: "Eigen onderzoeken samennemen kan op de opdrachtregel:",
        en: "Pool studies of your own on the command line:")
    static let notOnMixing = BilingualText(
        nl: "Voorbeeld: vaccin tegen tuberculose, niet over mengen.",
        en: "Example: vaccine against tuberculosis, not about mixing.")
    static let vaccineSource = BilingualText(
        nl: "Colditz e.a. 1994, dertien proeven; uitgerekend met dit programma.",
        en: "Colditz et al. 1994, thirteen trials; computed with this program.")
    static let riskRatio = BilingualText(nl: "Risicoverhouding", en: "Risk ratio")
    static let lessDisease = BilingualText(nl: "minder ziekte", en: "less disease")
    static let moreDisease = BilingualText(nl: "meer ziekte", en: "more disease")
    static let latitude = BilingualText(nl: "absolute breedtegraad", en: "absolute latitude")
    static let allocation = BilingualText(nl: "wijze van toewijzing", en: "method of allocation")
    static let forestTitle = BilingualText(
        nl: "Alle onderzoeken en hun gemiddelde", en: "All studies and their mean")
    static let funnelTitle = BilingualText(
        nl: "Liggen kleine onderzoeken scheef?", en: "Do small studies lean to one side?")
    static let estimatorsTitle = BilingualText(
        nl: "Maakt de rekenwijze uit?", en: "Does the way of computing matter?")
    static let leaveOneOutTitle = BilingualText(
        nl: "Hangt het aan één onderzoek?", en: "Does it hang on one study?")
}
