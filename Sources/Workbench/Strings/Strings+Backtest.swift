import Bilingual
import HousingMarket

extension Strings {
    enum Backtest {
        static let title = BilingualText(nl: "Klopte het achteraf?", en: "Was it right in hindsight?")
        static let intro = BilingualText(
            nl:
                "De simulatie begint in een eerder jaar en kent het latere jaar niet. Daarna leggen we haar naast wat er echt gebeurde, en naast wat iedereen had kunnen zeggen: er verandert niets.",
            en:
                "The simulation starts in an earlier year and does not know the later one. Then it is laid beside what really happened, and beside what anyone could have said: nothing changes."
        )
        static let from = BilingualText(nl: "Beginjaar", en: "First year")
        static let to = BilingualText(nl: "Voorspeld jaar", en: "Predicted year")
        static let table = BilingualText(
            nl: "Winst op “er verandert niets”", en: "Skill against “nothing changes”")
        static let what = BilingualText(nl: "Wat", en: "What")
        static let areas = BilingualText(nl: "Gebieden", en: "Areas")
        static let coverage = BilingualText(
            nl: "Binnen de band van de simulaties", en: "Within the band of the runs")

        static func skill(against baseline: BacktestBaseline) -> BilingualText {
            BilingualText(
                nl: "Winst op “\(baseline.name.nl)”", en: "Skill against “\(baseline.name.en)”")
        }

        static func unscored(_ baseline: BacktestBaseline, reason: String) -> BilingualText {
            BilingualText(
                nl: "Niet te vergelijken met “\(baseline.name.nl)”: \(reason).",
                en: "Not to be compared with “\(baseline.name.en)”: \(reason).")
        }

        static let verdict = BilingualText(
            nl: "Oordeel tegenover “niets verandert”", en: "Verdict against “nothing changes”")
        static let reading = BilingualText(
            nl:
                "Winst boven 0: de simulatie was beter. Onder 0: slechter. Ligt 0 in de marge, dan is er geen verschil aan te tonen; dan tellen alleen verschillen tussen pakketten, geen niveaus. Marges zijn 95%.",
            en:
                "Skill above 0: the simulation was better. Below 0: worse. Where the margin holds 0, no difference can be shown; then only differences between packages count, no levels. Margins are 95%."
        )
        static let download = BilingualText(nl: "Download de tabel (CSV)", en: "Download the table (CSV)")
        static let back = BilingualText(nl: "Naar de mengtafel", en: "To the mixing desk")
        static let link = BilingualText(
            nl: "Klopte de simulatie in jaren die voorbij zijn?",
            en: "Was the simulation right in years that are past?")
        static let nothing = BilingualText(
            nl:
                "Er zijn geen twee jaren met hetzelfde cijfer dat de simulatie voorspelt. Importeer een ouder jaar.",
            en: "There are no two years with one figure that the simulation predicts. Import an earlier year."
        )

        static func finding(better: Int, worse: Int, neither: Int) -> BilingualText {
            BilingualText(
                nl:
                    "Beter dan “er verandert niets”: \(better). Slechter: \(worse). Geen verschil aan te tonen: \(neither).",
                en:
                    "Better than “nothing changes”: \(better). Worse: \(worse). No difference to be shown: \(neither)."
            )
        }

        static func footer(runs: Int, seed: UInt64) -> BilingualText {
            BilingualText(
                nl:
                    "Gemiddelde van \(runs) simulaties, startgetal \(seed); marge door gebieden opnieuw te trekken.",
                en: "Mean of \(runs) runs, seed \(seed); margin by drawing areas again.")
        }
    }
}
