import Bilingual

extension Strings {
    /// What model and group say of a claim, and where the four sources differ.
    enum Spine {
        static let model = BilingualText(nl: "Wat zegt het model?", en: "What does the model say?")
        static let modelLead = BilingualText(
            nl:
                "Verschil met niets doen in het laatste jaar; 9 van de 10 runs liggen tussen de twee getallen.",
            en: "Difference with doing nothing in the last year; 9 in 10 runs lie between the two numbers.")
        static let noRuns = BilingualText(
            nl:
                "Er is nog geen pakket doorgerekend en bewaard. Dat kan met: mengpaneel simulate --keep.",
            en: "No package was simulated and kept yet. Do so with: mengpaneel simulate --keep.")
        static let notInModel = BilingualText(
            nl:
                "Het model rekent dit niet uit: het kent woningen, inkomens en verhuizingen, niet wat mensen ervaren.",
            en:
                "The model does not compute this: it knows homes, incomes and moves, not what people experience."
        )
        static let displaced = BilingualText(
            nl: "Bewoners van nu die weg moeten en niet terugkomen",
            en: "Present residents who must leave and do not return")
        static let twin = BilingualText(nl: ", zonder gedwongen verhuizen", en: ", without forced moves")
        static let outcome = BilingualText(nl: "Uitkomst", en: "Outcome")
        static let difference = BilingualText(nl: "Verschil", en: "Difference")
        static let range = BilingualText(nl: "9 van 10 runs", en: "9 in 10 runs")
        static let group = BilingualText(nl: "Wat vindt de groep?", en: "What does the group think?")
        static let noGroup = BilingualText(
            nl: "Nog geen werkgroep heeft hierover een uitslag laten zien.",
            en: "No working group has shown an outcome on this yet.")
        static let noStatements = BilingualText(
            nl: "Geen stelling over deze bewering kreeg vier stemmen of meer.",
            en: "No statement on this claim got four votes or more.")
        static let dissent = BilingualText(nl: "Afwijkende mening", en: "Dissent")
        static let differ = BilingualText(nl: "Waar dit botst", en: "Where these disagree")
        static let noneDiffer = BilingualText(
            nl:
                "Gegevens, model, onderzoek en groep spreken elkaar hier niet tegen, voor zover ze iets zeggen.",
            en:
                "Data, model, studies and group do not contradict each other here, as far as they say anything."
        )
        static let data = BilingualText(
            nl: "Wat zeggen de cijfers van hier?", en: "What do the local figures say?")
        static let studies = BilingualText(nl: "Wat zegt onderzoek?", en: "What do studies say?")
        static let answer = BilingualText(nl: "Het antwoord van de groep", en: "The group's answer")
        static let raised = BilingualText(
            nl: "Vragen die de groep hierbij stelde", en: "Questions that the group raised")
        static let bottlenecks = BilingualText(
            nl: "Knelpunten, en hoeveel mensen ze dringend vinden",
            en: "Bottlenecks, and how many people find them pressing")
        static let motivations = BilingualText(
            nl: "Motieven die de groep noemt", en: "Motivations that the group names")
        static let cases = BilingualText(nl: "Praktijkgevallen", en: "Practice cases")
        static let noAnswer = BilingualText(
            nl: "De groep heeft hierover nog niets vastgelegd.",
            en: "The group has recorded nothing on this yet.")
        static let noClaim = BilingualText(
            nl: "Bij deze vraag hoort geen bewering die met cijfers van gebieden te toetsen is.",
            en: "No claim that figures of areas can test belongs to this question.")
        static let noData = BilingualText(nl: "Geen gegevens.", en: "No data.")
        static let onlyTheStart = BilingualText(
            nl: "Het model rekent alleen uit hoe het begin verandert, niet wat mensen er daarna van merken.",
            en: "The model only computes how the start changes, not what people notice of it afterwards.")
        static let noDissent = BilingualText(
            nl: "niet vastgelegd. Dat wil niet zeggen dat iedereen het eens was.",
            en: "none recorded. That does not mean that everybody agreed.")
        static let noAnswerYet = BilingualText(
            nl: "De groep heeft op deze vraag geen antwoord vastgelegd.",
            en: "The group has recorded no answer to this question.")
        static let diagram = BilingualText(nl: "het schema", en: "the diagram")
        static let bearsOnNothing = BilingualText(
            nl: "geen bewering of pijl; het beschrijft de gemeente. Zie",
            en: "no claim or arrow; it describes the municipality. See")
        static let exampleOnly = BilingualText(
            nl: "geen bewering of pijl; dit is een voorbeeld. Zie",
            en: "no claim or arrow; this is an example. See")
        static let theorySource = BilingualText(
            nl: "Tekst van de werkgroep en “Datgene wat ons bindt”, p. 13, in eigen woorden.",
            en: "Text of the working group and “Datgene wat ons bindt”, p. 13, in our own words.")

        static func keptRun(_ name: String) -> BilingualText {
            let short = name.prefix(12)
            return BilingualText(nl: "Bewaarde simulatie \(short).", en: "Kept simulation \(short).")
        }
        static func session(_ title: String, _ code: String, _ date: String) -> BilingualText {
            let day = date.isEmpty ? "" : ", \(date)"
            return BilingualText(
                nl: "Stemmen van de groep “\(title)” (\(code)\(day)).",
                en: "Votes of the group “\(title)” (\(code)\(day)).")
        }
        static func votesOn(_ number: Int) -> BilingualText {
            BilingualText(nl: "Stemmen over stelling \(number)", en: "Votes on statement \(number)")
        }
        static let hidden = BilingualText(
            nl: "niet getoond (te weinig mensen)", en: "not shown (too few people)")
    }
}
