import Bilingual

/// The words of the interface. Each is a ``BilingualText``: one that lacks a translation cannot be built.
enum Strings {
    static let product = BilingualText(same: "Mengpaneel")
    static let skip = BilingualText(nl: "Naar de inhoud", en: "Skip to content")
    static let mainMenu = BilingualText(nl: "Hoofdmenu", en: "Main menu")
    static let synthetic = BilingualText(nl: "Verzonnen gemeente", en: "Made-up municipality")
    static let syntheticNote = BilingualText(
        nl: "Alle cijfers op deze pagina zijn verzonnen. Ze gaan niet over een echte plaats.",
        en: "All figures on this page are made up. They describe no real place.")
    static let syntheticNoteWithStudies = BilingualText(
        nl: "De gemeente en haar cijfers zijn verzonnen. De onderzoeken zijn echt.",
        en: "The municipality and its figures are made up. The studies are real.")
    static let apply = BilingualText(nl: "Toon", en: "Show")
    static let notices = BilingualText(nl: "Let op", en: "Please note")
    static let source = BilingualText(nl: "Bron", en: "Source")
    static let none = BilingualText(nl: "Geen", en: "None")
    static let year = BilingualText(nl: "Jaar", en: "Year")
    static let permalink = BilingualText(nl: "Link naar deze weergave", en: "Link to this view")
    static let municipality = BilingualText(nl: "gemeente", en: "municipality")
    static let nation = BilingualText(nl: "Nederland", en: "Netherlands")
    static let back = BilingualText(nl: "Terug naar de kaart", en: "Back to the map")
    static let lowIncome = BilingualText(nl: "Wat telt als laag inkomen?", en: "What counts as a low income?")
    static let noMargin = BilingualText(nl: "geen marge", en: "no margin")

    enum Menu {
        static let map = BilingualText(nl: "Kaart", en: "Map")
        static let areas = BilingualText(nl: "Buurten", en: "Neighbourhoods")
        static let spread = BilingualText(nl: "Verdeling", en: "How divided")
        static let claims = BilingualText(nl: "Beweringen", en: "Claims")
        static let desk = BilingualText(nl: "Mengtafel", en: "Mixing desk")
        static let evidence = BilingualText(nl: "Onderzoek", en: "Studies")
        static let theory = BilingualText(nl: "Schema", en: "Diagram")
        static let questions = BilingualText(nl: "Vragen", en: "Questions")
        static let sources = BilingualText(nl: "Bronnen", en: "Sources")
        static let report = BilingualText(nl: "Rapport", en: "Report")
        static let about = BilingualText(nl: "Over", en: "About")
        static let origin = BilingualText(nl: "Waargenomen herkomst", en: "Observed origin")
    }

    enum Footer {
        static let line = BilingualText(
            nl: "Mengpaneel zegt niet welke buurt beter is en doet geen aanbeveling.",
            en: "Mengpaneel does not say which neighbourhood is better and makes no recommendation.")
    }
}
