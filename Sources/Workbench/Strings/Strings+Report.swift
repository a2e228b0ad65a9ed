import Bilingual

extension Strings {
    enum Report {
        static let title = BilingualText(
            nl: "Rapport: wat laten de cijfers zien?", en: "Report: what do the figures show?")
        static let lead = BilingualText(
            nl:
                "Dit rapport geeft de cijfers en de marges. Het rangschikt geen buurten en doet geen aanbeveling.",
            en:
                "This report gives figures and margins. It ranks no neighbourhoods and makes no recommendation."
        )
        static let maps = BilingualText(nl: "De gemeente in kaart", en: "The municipality mapped")
        static let sources = BilingualText(nl: "Bronnen en verantwoording", en: "Sources and account")
        static let print = BilingualText(nl: "Druk af", en: "Print")
        static let html = BilingualText(
            nl: "Download als los bestand (HTML)", en: "Download as one file (HTML)")
        static let pdf = BilingualText(nl: "Maak een PDF", en: "Make a PDF")
        static let again = BilingualText(
            nl: "Dit rapport opnieuw maken:", en: "To make this report again:")
        static let noPDF = BilingualText(
            nl:
                "Op deze computer staat geen Chromium. Druk het rapport af vanuit de browser en kies “opslaan als PDF”.",
            en:
                "There is no Chromium on this computer. Print the report from the browser and choose “save as PDF”."
        )
    }
}
