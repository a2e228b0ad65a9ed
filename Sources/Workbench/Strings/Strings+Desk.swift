import Bilingual

extension Strings {
    enum Desk {
        static let title = BilingualText(nl: "Mengtafel", en: "Mixing desk")
        static let intro = BilingualText(
            nl: "Stel een pakket samen. U ziet wat het verandert, voor de buurten en voor wie er nu woont.",
            en:
                "Put a package together. You see what it changes, for the neighbourhoods and for who lives there now."
        )
        static let package = BilingualText(nl: "Pakket", en: "Package")
        static let empty = BilingualText(
            nl: "Dit pakket is nog leeg. Kies hieronder een maatregel.",
            en: "This package is still empty. Choose a measure below.")
        static let remove = BilingualText(nl: "haal weg", en: "remove")
        static let undo = BilingualText(nl: "Maak de laatste wijziging ongedaan", en: "Undo the last change")
        static let clear = BilingualText(nl: "Maak dit pakket leeg", en: "Empty this package")
        static let add = BilingualText(nl: "Voeg een maatregel toe", en: "Add a measure")
        static let addButton = BilingualText(nl: "Voeg toe", en: "Add")
        static let place = BilingualText(nl: "Waar", en: "Where")
        static let everywhere = BilingualText(nl: "Overal", en: "Everywhere")
        static let from = BilingualText(nl: "Vanaf", en: "From")
        static let through = BilingualText(nl: "Tot en met", en: "Through")
        static let horizon = BilingualText(nl: "Laatste jaar", en: "Last year")
        static let limits = BilingualText(nl: "Grenzen", en: "Limits")
        static let save = BilingualText(nl: "Bewaar als pakket", en: "Keep as a package file")
        static let again = BilingualText(nl: "Herhaal dit zelf", en: "Repeat this yourself")
        static let againHow = BilingualText(
            nl: "Bewaar het pakket. Deze opdracht geeft daarna dezelfde cijfers:",
            en: "Keep the package file. This command then gives the same figures:")
        static let againEmpty = BilingualText(
            nl: "Deze opdracht geeft dezelfde cijfers:", en: "This command gives the same figures:")

        static func madeBy(_ program: String, seed: UInt64) -> BilingualText {
            BilingualText(
                nl:
                    "Programma: \(program). Startgetal: \(seed). Met een andere versie kan de uitkomst anders zijn.",
                en: "Program: \(program). Seed: \(seed). Another version can give another outcome.")
        }

        static func about(_ lever: BilingualText) -> BilingualText {
            BilingualText(nl: "Wat u moet weten: \(lever.nl)", en: "What to know: \(lever.en)")
        }

        static let asked = BilingualText(nl: "gevraagd", en: "asked")
        static let done = BilingualText(nl: "gedaan", en: "done")
        static let difference = BilingualText(
            nl: "Verschil met niets doen", en: "Difference with doing nothing")
        static let outcomes = BilingualText(nl: "Wat kan er uitkomen?", en: "What can come of it?")
        static let dots = BilingualText(
            nl: "Elke stip is een even waarschijnlijke uitkomst (1 op 20), vergeleken met niets doen.",
            en: "Each dot is an equally likely outcome (1 in 20), compared with doing nothing.")
        static let who = BilingualText(nl: "Wie merkt dit?", en: "Who notices?")
        static let residents = BilingualText(
            nl: "Huishoudens die er nu wonen", en: "Households that live there now")
        static let nothing = BilingualText(nl: "niets doen", en: "doing nothing")
        static let quick = BilingualText(nl: "Eerste, grove uitkomst", en: "First, coarse answer")
        static let full = BilingualText(nl: "Volledige uitkomst", en: "Full answer")
        static let wait = BilingualText(
            nl: "De volledige uitkomst volgt op deze pagina.", en: "The full answer follows on this page.")
        static let noForecast = BilingualText(
            nl:
                "Simulatie met aannames; geen voorspelling. Het verschil met niets doen telt, niet het niveau.",
            en:
                "A simulation with assumptions, no forecast. What counts is the difference with doing nothing, not the level."
        )
        static let noMap = BilingualText(
            nl: "Dit project heeft geen grenzen van gebieden; daarom is er geen kaart.",
            en: "This project has no area boundaries; therefore there is no map.")
        static let areas = BilingualText(nl: "De gebieden", en: "The areas")
        static let sideBySide = BilingualText(nl: "Pakketten naast elkaar", en: "Packages side by side")
        static let notBack = BilingualText(
            nl: "Moest weg en is niet terug in de buurt",
            en: "Had to leave and is not back in the neighbourhood")

        static let rents = BilingualText(
            nl: "Huur: wie nu huurt en dan ook nog", en: "Rent: those who rent now and still do then")
        static let rentsHow = BilingualText(
            nl: "Vergeleken in huurklassen, nu en aan het eind; niet in euro's per maand.",
            en: "Compared in classes of rent, now and at the end; not in euros a month.")
        static func mustMove(_ years: [String]) -> BilingualText {
            guard !years.isEmpty else {
                return BilingualText(
                    nl: "Niemand moet verhuizen door dit pakket.",
                    en: "Nobody has to move because of this package.")
            }
            let list = years.joined(separator: "; ")
            return BilingualText(
                nl: "Wanneer mensen weg moeten, volgens het plan: \(list).",
                en: "When people must leave, according to the plan: \(list).")
        }

        static func openFirst(_ slot: String) -> BilingualText {
            BilingualText(
                nl: "Open pakket \(slot) om het erbij te zetten",
                en: "Open package \(slot) to put it beside these")
        }

        static let byArea = BilingualText(
            nl: "Lage inkomens per gebied, met marge", en: "Low incomes by area, with range")
        static let range = BilingualText(nl: "9 van 10 simulaties", en: "9 in 10 runs")
        static let fewer = BilingualText(nl: "lager", en: "lower")
        static let equalOrMore = BilingualText(nl: "gelijk of hoger", en: "equal or higher")
        static let fit = BilingualText(
            nl: "Waar de bevolking van is gemaakt", en: "What the population is made of")

        static func runs(_ count: Int) -> BilingualText {
            BilingualText(nl: "\(count) simulaties", en: "\(count) runs")
        }

        static func lettings(_ count: String, of homes: String) -> BilingualText {
            BilingualText(
                nl:
                    "Hier komen ongeveer \(count) van de \(homes) sociale huurwoningen per jaar vrij. Sneller gaat toewijzen niet.",
                en:
                    "About \(count) of the \(homes) social homes here come free a year. Letting cannot go faster."
            )
        }

        static func finding(
            less: Int, more: Int, none: Int, one: BilingualText, many: BilingualText
        ) -> BilingualText {
            let areas = less == 1 ? one : many
            return BilingualText(
                nl:
                    "In \(less) \(areas.nl) minder lage inkomens, in \(more) meer, in \(none) geen aantoonbaar verschil",
                en:
                    "Fewer low incomes in \(less) \(areas.en), more in \(more), no difference to be shown in \(none)"
            )
        }

        static let nothingFinding = BilingualText(
            nl: "Zonder maatregelen: zo gaat het volgens de simulatie vanzelf",
            en: "Without measures: what the simulation says happens by itself")

        static func footer(seed: UInt64, start: Int, end: Int, runs: Int) -> BilingualText {
            BilingualText(
                nl:
                    "Bevolking van \(start), tot \(end), \(runs) simulaties, startgetal \(seed). Dezelfde link geeft dezelfde cijfers.",
                en:
                    "Population of \(start), to \(end), \(runs) runs, seed \(seed). The same link gives the same figures."
            )
        }
    }
}
