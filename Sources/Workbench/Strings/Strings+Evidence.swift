import Bilingual
import EvidenceRegister

extension Strings {
    enum Evidence {
        static let title = BilingualText(
            nl: "Wat is onderzocht, en wat niet?", en: "What was studied, and what was not?")
        static let lead = BilingualText(
            nl:
                "Hier staan onderzoeken over mengen: welke maatregel, welke uitkomst. Aantallen zeggen wat onderzocht is, niet wat werkt. Geen onderzoek krijgt een rang of een cijfer.",
            en:
                "These are studies on mixing: which measure, which outcome. Counts say what was studied, not what works. No study is ranked or scored."
        )
        static let notRead = BilingualText(
            nl:
                "Van geen enkel onderzoek is de hele tekst gelezen. Bij elk onderzoek staat hoeveel ervan gelezen is; een bevinding staat er alleen als die gelezen is.",
            en:
                "No study was read in full. Each says how much of it was read; a finding is shown only where it was read."
        )
        static let source = BilingualText(
            nl: "Register van onderzoeken in dit programma; elk onderzoek heeft een eigen pagina met bron.",
            en: "Register of studies in this program; each study has a page of its own with its source.")
        static let pooled = BilingualText(nl: "Onderzoek samengenomen", en: "Studies taken together")
        static let answersLink = BilingualText(
            nl: "Wat zeggen onderzoeken op de zeven vragen?",
            en: "What do studies say on the seven questions?")
        static let poolingLink = BilingualText(
            nl: "Waarom staat er geen gemiddeld effect?", en: "Why is there no mean effect?")
        static let mapSubtitle = BilingualText(
            nl:
                "Onafhankelijke onderzoeken per maatregel en uitkomst; artikelen over één loting of evaluatie tellen samen één keer. Onder “onduidelijk” valt ook onderzoek dat niets toetst of waarvan het resultaat niet gelezen is.",
            en:
                "Independent studies by measure and outcome; papers on one lottery or evaluation count once. “Unclear” includes studies that test nothing or whose result was not read."
        )
        static let gapsTitle = BilingualText(nl: "Alle leemtes in woorden", en: "All gaps in words")
        static let harvestTitle = BilingualText(
            nl: "Welke kant wijzen de onderzoeken op, en hoe waren ze opgezet?",
            en: "Which way do the studies point, and how were they set up?")
        static let harvestSubtitle = BilingualText(
            nl: "Richting van minder concentratie of meer menging, per uitkomst.",
            en: "Direction of less concentration or more mixing, by outcome.")
        static let placesTitle = BilingualText(
            nl: "Waar en wanneer is onderzoek gedaan?", en: "Where and when was research done?")
        static let placesSubtitle = BilingualText(
            nl: "Publicaties per land en jaren van verschijnen.",
            en: "Papers by country and years of publication.")
        static let votesTitle = BilingualText(
            nl: "Telling per uitkomst: hoeveel onderzoeken wijzen welke kant op",
            en: "Count by outcome: how many studies point which way")
        static let votesNote = BilingualText(
            nl:
                "Dit is een telling, geen oordeel: veel kleine of zwakke onderzoeken kunnen één goed onderzoek overstemmen. Eén onderzoek kan bij meer uitkomsten meetellen.",
            en:
                "This is a count and no verdict: many small or weak studies can outnumber one good one. A study can count for several outcomes."
        )
        static let outcome = BilingualText(nl: "Uitkomst", en: "Outcome")
        static let withResult = BilingualText(nl: "Onderzoeken met resultaat", en: "Studies with a result")
        static let papers = BilingualText(nl: "Publicaties", en: "Papers")
        static let listTitle = BilingualText(nl: "De onderzoeken", en: "The studies")
        static let listNote = BilingualText(
            nl: "In de volgorde van het register; die zegt niets over kwaliteit.",
            en: "In the order of the register, which says nothing of quality.")
        static let noStudies = BilingualText(
            nl: "Geen onderzoek gevonden met deze keuzes. Ook dat is een uitkomst.",
            en: "No study found with these choices. That is a result too.")
        static let study = BilingualText(nl: "Onderzoek", en: "Study")
        static let studies = BilingualText(nl: "Onderzoeken", en: "Studies")
        static let country = BilingualText(nl: "Land", en: "Country")
        static let design = BilingualText(nl: "Opzet", en: "Design")
        static let read = BilingualText(nl: "Gelezen", en: "Read")
        static let direction = BilingualText(nl: "Richting", en: "Direction")
        static let notFilledIn = BilingualText(nl: "niet ingevuld", en: "not filled in")
        static let noFinding = BilingualText(nl: "resultaat niet gelezen", en: "result not read")
        static let all = BilingualText(nl: "Alle", en: "All")
        static let lever = BilingualText(nl: "Maatregel", en: "Measure")
        static let question = BilingualText(nl: "Vraag", en: "Question")
        static let forget = BilingualText(nl: "Toon alle onderzoeken", en: "Show all studies")

        static func mapTitle(_ map: EvidenceMap) -> BilingualText {
            let total = map.levers.count * map.domains.count
            return BilingualText(
                nl: "In \(map.gaps.count) van de \(total) vakken is geen onderzoek gevonden",
                en: "In \(map.gaps.count) of \(total) cells no study was found")
        }

        // A study of its own

        static let finding = BilingualText(nl: "Wat is gevonden?", en: "What was found?")
        static let findingLanguage = BilingualText(
            nl: "In het Engels, in de eigen woorden van het register.", en: "In the register's own words.")
        static let bears = BilingualText(
            nl: "Waar gaat dit over in het beleid?", en: "What does it bear on in the policy?")
        static let bearsNothing = BilingualText(
            nl: "Dit onderzoek is aan geen bewering gekoppeld.", en: "This study is linked to no claim.")
        static let numbers = BilingualText(nl: "Gelezen getallen", en: "Numbers seen")
        static let noNumbers = BilingualText(nl: "Er is geen getal gezien.", en: "No number was seen.")
        static let noInterval = BilingualText(nl: "geen marge gezien", en: "no interval seen")
        static let facts = BilingualText(nl: "Over het onderzoek", en: "About the study")
        static let history = BilingualText(nl: "Wijzigingen", en: "Changes")
        static let noHistory = BilingualText(
            nl: "Nog niets gewijzigd.", en: "Nothing was changed yet.")
        static let sameTrial = BilingualText(
            nl: "Hoort bij hetzelfde onderzoek", en: "Part of the same trial")
        static let toSource = BilingualText(nl: "Naar de bron", en: "To the source")
        static let noDOI = BilingualText(
            nl: "Er is geen vast webadres (DOI) gezien. De gegevens komen uit:",
            en: "No lasting web address (DOI) was seen. The particulars come from:")
        static let transferability = BilingualText(
            nl: "Bruikbaar voor een Nederlandse gemeente?", en: "Of use to a Dutch municipality?")
        static let back = BilingualText(nl: "Alle onderzoeken", en: "All studies")
        static let place = BilingualText(nl: "Plaats", en: "Place")
        static let population = BilingualText(nl: "Over wie", en: "About whom")
        static let sample = BilingualText(nl: "Aantal", en: "Number")
        static let sampleNotSeen = BilingualText(nl: "niet gezien", en: "not seen")
        static let exposure = BilingualText(nl: "Wat is onderzocht", en: "What was studied")
        static let journal = BilingualText(nl: "Verschenen in", en: "Published in")
        static let authors = BilingualText(nl: "Makers", en: "Authors")
        static let kind = BilingualText(nl: "Soort", en: "Kind")
        static let bias = BilingualText(nl: "Kans op vertekening", en: "Risk of bias")
        static let biasNote = BilingualText(
            nl: "voorlopig, naar opzet en samenvatting; niet met een vast instrument beoordeeld",
            en: "provisional, by design and abstract; not judged with an instrument")
        static let bibliography = BilingualText(nl: "Titelgegevens", en: "Particulars")
        static let seenIn = BilingualText(nl: "Gezien in", en: "Seen in")
        static let note = BilingualText(nl: "Opmerking", en: "Note")
        static let remarks = BilingualText(nl: "Opmerkingen", en: "Remarks")
        static let numberColumns = [
            outcome, BilingualText(nl: "Bij wie", en: "For whom"),
            BilingualText(nl: "Vergelijking", en: "Contrast"), BilingualText(nl: "Maat", en: "Measure"),
            BilingualText(nl: "Waarde", en: "Value"), BilingualText(nl: "Marge (95%)", en: "Interval (95%)"),
        ]
        static let historyColumns = [
            BilingualText(nl: "Nr.", en: "No."), BilingualText(nl: "Wanneer", en: "When"),
            BilingualText(nl: "Wie", en: "Who"), BilingualText(nl: "Wat", en: "What"),
            BilingualText(nl: "Was", en: "Was"), BilingualText(nl: "Werd", en: "Became"),
        ]
        static let undone = BilingualText(nl: "teruggenomen", en: "taken back")
        static let anonymous = BilingualText(nl: "niet genoemd", en: "not named")
    }
}
