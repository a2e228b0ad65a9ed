import Bilingual

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
        static let baseline = BilingualText(nl: "Vergeleken met", en: "Compared with")
        static let skill = BilingualText(nl: "Winst (95%-marge)", en: "Skill (95% margin)")
        static let verdict = BilingualText(nl: "Oordeel", en: "Verdict")
        static let reading = BilingualText(
            nl:
                "Winst boven 0: de simulatie was beter. Onder 0: slechter. Ligt 0 in de marge, dan is er geen verschil aan te tonen; dan tellen alleen verschillen tussen pakketten, geen niveaus.",
            en:
                "Skill above 0: the simulation was better. Below 0: worse. Where the margin holds 0, no difference can be shown; then only differences between packages count, no levels."
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
