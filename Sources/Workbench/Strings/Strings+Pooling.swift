import Bilingual

extension Strings {
    /// The words of the figures of one pooled set.
    enum Pooling {
        static let contoursTitle = BilingualText(
            nl: "Ontbreken juist de niet-significante onderzoeken?",
            en: "Is it the studies without significance that are missing?")
        static let subgroupsTitle = BilingualText(
            nl: "Verschillen soorten onderzoek van elkaar?", en: "Do kinds of studies differ?")
        static func bubbleTitle(_ moderator: String) -> BilingualText {
            BilingualText(
                nl: "Hangt het effect samen met: \(moderator)?", en: "Does the effect go with: \(moderator)?")
        }
        static let cumulativeTitle = BilingualText(
            nl: "Hoe schoof het gemiddelde op?", en: "How did the mean shift?")
        static let baujatTitle = BilingualText(
            nl: "Welke onderzoeken wijken af en trekken aan het gemiddelde?",
            en: "Which studies deviate and pull at the mean?")
        static let influenceTitle = BilingualText(
            nl: "Wat doet elk onderzoek met de uitkomst?", en: "What does each study do to the result?")
        static let pCurveTitle = BilingualText(
            nl: "Hopen de p-waarden zich op bij 0?", en: "Do the p values pile up near 0?")

        /// The short name of a figure, for the line that unfolds it.
        static func kind(_ part: EvidencePart) -> BilingualText {
            switch part {
            case .contours: BilingualText(nl: "Trechter met significantie", en: "Funnel with significance")
            case .subgroups: BilingualText(nl: "Bosplot in groepen", en: "Forest plot in groups")
            case .bubble: BilingualText(nl: "Bellengrafiek met lijn", en: "Bubble plot with a line")
            case .cumulative: BilingualText(nl: "Opeenvolgend gemiddelde", en: "Cumulative mean")
            case .baujat: BilingualText(nl: "Baujat-grafiek", en: "Baujat plot")
            case .influence: BilingualText(nl: "Maten van invloed", en: "Measures of influence")
            case .pCurve: BilingualText(nl: "p-curve", en: "p-curve")
            case .forest: BilingualText(nl: "Bosplot", en: "Forest plot")
            case .funnel: BilingualText(nl: "Trechter", en: "Funnel plot")
            case .estimators: BilingualText(nl: "Schatters van τ²", en: "Estimators of τ²")
            case .leaveOneOut: BilingualText(nl: "Zonder één onderzoek", en: "Without one study")
            case .map, .harvest, .votes, .places, .studies, .candidates:
                BilingualText(nl: "Onderzoeken", en: "Studies")
            }
        }

        static let checksTitle = BilingualText(
            nl: "Hoe stevig is zo'n gemiddelde?", en: "How firm is such a mean?")
        static let checksLead = BilingualText(
            nl: "Zeven controles op dezelfde oefenset. Elke regel vouwt een figuur open.",
            en: "Seven checks on the same practice set. Each line unfolds a figure.")

        static func predictionName(level: Double, _ method: String) -> BilingualText {
            func percent(_ language: Language) -> String {
                let share = level * 100
                return NumberText(language).decimal(share, decimals: share == share.rounded() ? 0 : 1) + "%"
            }
            return BilingualText(
                nl: "\(percent(.dutch))-voorspellingsinterval, \(method)",
                en: "\(percent(.english)) prediction interval, \(method)")
        }
        static func groupedBy(_ name: String) -> BilingualText {
            BilingualText(nl: "In groepen naar: \(name).", en: "In groups by: \(name).")
        }
        static func difference(
            _ letter: String, _ statistic: String, _ freedom: String, _ p: String
        ) -> BilingualText {
            BilingualText(
                nl: "Verschil tussen groepen: \(letter) = \(statistic) (df \(freedom), \(p)).",
                en: "Difference between groups: \(letter) = \(statistic) (df \(freedom), \(p)).")
        }
        static let noDifferenceTest = BilingualText(
            nl: "Geen toets op verschil: daarvoor zijn twee groepen met een gemiddelde nodig.",
            en: "No test of a difference: that takes two groups with a mean.")
        static func without(_ count: Int, _ name: String) -> BilingualText {
            BilingualText(
                nl: "Niet getekend, want zonder \(name): \(count).",
                en: "Not drawn for want of \(name): \(count).")
        }
        static let oneStudy = BilingualText(
            nl: "één onderzoek heeft geen gemiddelde", en: "one study has no mean")
        static func slope(_ value: String, _ interval: String, _ p: String, isLog: Bool) -> BilingualText {
            BilingualText(
                nl:
                    "Helling \(isLog ? "(log) " : "")\(value) \(interval) per eenheid, \(p); gewicht in procenten.",
                en: "Slope \(isLog ? "(log) " : "")\(value) \(interval) per unit, \(p); weight in per cent.")
        }
        static func explained(_ share: String) -> BilingualText {
            BilingualText(
                nl: "Verklaard deel van de verschillen: R² = \(share).",
                en: "Part of the differences explained: R² = \(share).")
        }
        static func orderedBy(_ name: String) -> BilingualText {
            BilingualText(nl: "Op volgorde van: \(name).", en: "In the order of: \(name).")
        }
        static func pCurveTests(_ count: Int, _ all: Int, _ skew: String, _ flat: String) -> BilingualText {
            BilingualText(
                nl:
                    "De \(count) van \(all) onderzoeken met p < 0,05 (z = effect / standaardfout). Toets op scheefheid naar 0: \(skew); op vlakker dan bij 33% vermogen: \(flat).",
                en:
                    "The \(count) of \(all) studies with p < 0.05 (z = effect / standard error). Test for a skew to 0: \(skew); for flatter than with 33% power: \(flat)."
            )
        }

        static let cook = BilingualText(nl: "Cooks afstand", en: "Cook's distance")
        static let covarianceRatio = BilingualText(nl: "covariantieverhouding", en: "covariance ratio")
        static let tau2Without = BilingualText(nl: "τ² zonder", en: "τ² without")
        static let qWithout = BilingualText(nl: "Q zonder", en: "Q without")
        static let weight = BilingualText(nl: "gewicht (%)", en: "weight (%)")
        static let undefinedDiagnostic = BilingualText(nl: "niet bepaald", en: "undefined")

        // The report on a set of the user's own

        static func reportTitle(_ file: String) -> BilingualText {
            BilingualText(nl: "Onderzoeken samengenomen: \(file)", en: "Studies pooled: \(file)")
        }
        static func reportLead(_ count: Int) -> BilingualText {
            BilingualText(
                nl:
                    "\(count) effecten uit een eigen bestand. Of zij hetzelfde meten en goed zijn opgezet, staat hier niet; dat blijft een oordeel van wie ze las.",
                en:
                    "\(count) effects of a file of one's own. Whether they measure the same and are sound does not stand here; that remains for those who read them to judge."
            )
        }
        static func reportSource(_ file: String) -> BilingualText {
            BilingualText(
                nl: "\(file); uitgerekend met dit programma.", en: "\(file); computed with this program.")
        }

        // Why a figure is not there

        static let notOfASet = BilingualText(
            nl: "Deze figuur gaat over het bewijsregister, niet over één set.",
            en: "This figure is about the register of studies, not about one set.")
        static let zeroIsSomething = BilingualText(
            nl: "Niet te maken: een aandeel heeft geen punt dat 'geen effect' betekent.",
            en: "Cannot be made: a share has no point that means 'no effect'.")
        static let needsThree = BilingualText(
            nl: "Niet te maken: daarvoor zijn ten minste drie onderzoeken nodig.",
            en: "Cannot be made: it takes at least three studies.")
        static let noGroups = BilingualText(
            nl: "Niet gemaakt: geen kolom met groepen gegeven (--subgroup).",
            en: "Not made: no column of classes given (--subgroup).")
        static let noModerator = BilingualText(
            nl: "Niet gemaakt: geen kolom met één kenmerk in getallen die verschillen (--moderator).",
            en: "Not made: no column of one moderator in numbers that differ (--moderator).")
        static let noOrder = BilingualText(
            nl: "Niet gemaakt: geen kolom met jaren of een andere volgorde gegeven (--cumulative).",
            en: "Not made: no column of years or another order given (--cumulative).")
        static func gapsInOrder(_ name: String) -> BilingualText {
            BilingualText(
                nl: "Niet te maken: niet elk onderzoek heeft een waarde voor \(name).",
                en: "Cannot be made: not every study has a value of \(name).")
        }
        static let noPValues = BilingualText(
            nl: "Niet te maken: niet elk onderzoek geeft een p-waarde.",
            en: "Cannot be made: not every study gives a p value.")
        static func tooFewSignificant(_ count: Int) -> BilingualText {
            BilingualText(
                nl:
                    "Niet gemaakt: een p-curve van minder dan drie significante uitkomsten zegt niets (hier \(count)).",
                en:
                    "Not made: a p-curve of fewer than three significant results says nothing (here \(count))."
            )
        }
        static func refused(_ reason: String) -> BilingualText {
            BilingualText(nl: "Niet te maken: \(reason).", en: "Cannot be made: \(reason).")
        }
    }
}
