import Bilingual
import Neighbourhoods

extension Strings {
    enum Sources {
        static let title = BilingualText(nl: "Kan ik dit vertrouwen?", en: "Can I trust this?")
        static let lead = BilingualText(
            nl:
                "Elk cijfer komt uit een bron. Hier staat uit welke, hoe volledig het is en wat er is weggelaten. Een ontbrekend cijfer telt nooit als nul.",
            en:
                "Every figure comes from a source. Here you find which, how complete it is and what was left out. A missing figure never counts as zero."
        )
        static let sources = BilingualText(nl: "De bronnen", en: "The sources")
        static let theoryText = BilingualText(
            nl: "De tekst achter de beweringen", en: "The text behind the claims")
        static let theoryTextNote = BilingualText(
            nl:
                "De beweringen, vragen en pijlen zijn een samenvatting van die tekst. Bij elk staat welke zin het is. Het zijn geen feiten.",
            en:
                "The claims, questions and arrows summarise that text. With each stands which sentence it is. They are no facts."
        )
        static let simulations = BilingualText(nl: "De simulaties", en: "The simulations")
        static let simulationsNote = BilingualText(
            nl:
                "Een simulatie rekent met de cijfers van hier en met aannames. Zij voorspelt niet. Hoe zij het deed op jaren die voorbij zijn, staat bij de terugblik.",
            en:
                "A simulation works with the figures of here and with assumptions. It does not predict. How it did on years that are past is in the look back."
        )
        static let simulationColumns = [
            BilingualText(nl: "Naam", en: "Name"), BilingualText(nl: "Pakketten", en: "Packages"),
            BilingualText(nl: "Laatste jaar", en: "Last year"), BilingualText(nl: "Runs", en: "Runs"),
        ]
        static let series = BilingualText(nl: "De cijfers per jaar", en: "The figures by year")
        static let imports = BilingualText(
            nl: "Wat de import deed met elke kolom", en: "What the import did with each column")
        static let importsNote = BilingualText(
            nl: "Een kolom die we niet herkennen, laten we weg. We raden niet.",
            en: "A column that is not recognised is left out. Nothing is guessed.")
        static let reasons = BilingualText(
            nl: "Waarom kan een cijfer ontbreken?", en: "Why can a figure be missing?")
        static let disclosure = BilingualText(
            nl:
                "We tonen geen cijfers over minder dan 5 huishoudens of 10 personen, ook niet als u ze door aftrekken zou kunnen vinden. Deze grenzen zijn een keuze van dit project.",
            en:
                "No figures are shown on fewer than 5 households or 10 persons, not even where subtraction would give them away. These limits are a choice of this project."
        )
        static let notRecognised = BilingualText(nl: "niet herkend", en: "not recognised")
        static let observedOnly = BilingualText(nl: "alleen waargenomen", en: "observed only")
        static let yes = BilingualText(nl: "ja", en: "yes")
        static let no = BilingualText(nl: "nee", en: "no")
        static let madeUp = BilingualText(nl: "verzonnen", en: "made up")
        static let real = BilingualText(nl: "echt", en: "real")
        static let sourceColumns = [
            BilingualText(nl: "Titel", en: "Title"), BilingualText(nl: "Maker", en: "Producer"),
            BilingualText(nl: "Licentie", en: "Licence"), BilingualText(nl: "Tabel", en: "Table"),
            BilingualText(nl: "Bestand", en: "File"),
            BilingualText(nl: "Controlegetal (SHA-256)", en: "Checksum (SHA-256)"),
            BilingualText(nl: "Let op", en: "Caution"),
            BilingualText(nl: "Echt of verzonnen", en: "Real or made up"),
        ]
        static let seriesColumns = [
            BilingualText(nl: "Kenmerk", en: "Indicator"), BilingualText(nl: "Jaar", en: "Year"),
            BilingualText(nl: "Bron", en: "Source"), BilingualText(nl: "Versie", en: "Version"),
            BilingualText(nl: "Licentie", en: "Licence"), BilingualText(nl: "Gevuld", en: "Filled"),
            BilingualText(nl: "Ontbreekt", en: "Missing"), BilingualText(nl: "Geheim", en: "Withheld"),
            BilingualText(nl: "Anders leeg", en: "Otherwise empty"),
            BilingualText(nl: "Met marge", en: "With margin"),
        ]
        static let importColumns = [
            BilingualText(nl: "Kolom", en: "Column"), BilingualText(nl: "Bestand", en: "File"),
            BilingualText(nl: "Wat ermee gebeurde", en: "What became of it"),
            BilingualText(nl: "Jaar", en: "Year"),
            BilingualText(nl: "Gevuld", en: "Filled"),
        ]

        static func seriesNote(_ level: AreaLevel) -> BilingualText {
            BilingualText(
                nl:
                    "Op de schaal van \(level.many.nl). “Gevuld” is het deel van de \(level.many.nl) met een cijfer.",
                en:
                    "At the scale of \(level.many.en). “Filled” is the part of the \(level.many.en) with a figure."
            )
        }
    }
}
