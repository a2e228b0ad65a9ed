import Bilingual
import HousingMarket

extension Strings.Desk {
    static let noLimits = BilingualText(
        nl: "Dit pakket heeft geen grenzen.", en: "This package has no limits.")
    static let setLimits = BilingualText(nl: "Stel grenzen in", en: "Set limits")
    static let setLimitsButton = BilingualText(nl: "Bewaar de grenzen", en: "Keep these limits")
    static let limitsHint = BilingualText(
        nl: "Laat een veld leeg als er geen grens is.", en: "Leave a field empty where there is no limit.")
    static let limitsWait = BilingualText(
        nl: "Grenzen tellen pas als er een maatregel is.", en: "Limits only count once there is a measure.")
    static let binds = BilingualText(nl: "knelt", en: "binds")
    static let bindsAtTimes = BilingualText(nl: "knelt soms", en: "binds at times")
    static let bindsNot = BilingualText(nl: "knelt niet", en: "does not bind")
    static let kept = BilingualText(nl: "gehaald", en: "kept")
    static let notKept = BilingualText(nl: "niet gehaald", en: "not kept")
    static let open = BilingualText(nl: "niet te zeggen", en: "cannot be said")
    static let heldAfterwards = BilingualText(
        nl: "Deze grens houdt niets tegen. We leggen haar achteraf naast de uitkomst.",
        en: "This limit stops nothing. It is held against the outcome afterwards.")
    static let askedAndDone = BilingualText(nl: "Gevraagd en gedaan", en: "Asked and done")

    /// In how many runs a limit binds, what it delays and by how much.
    static func delay(runs: Int, of all: Int, years: String, levers: String) -> BilingualText {
        BilingualText(
            nl:
                "In \(runs) van de \(all) simulaties moest iets wachten: \(levers). Opgeteld wachtten woningen \(years) jaar (middelste van die simulaties).",
            en:
                "In \(runs) of the \(all) runs something had to wait: \(levers). Homes waited \(years) years in all (middle of those runs)."
        )
    }

    static func noDelay(of all: Int) -> BilingualText {
        BilingualText(
            nl: "In geen van de \(all) simulaties hield deze grens iets tegen.",
            en: "In none of the \(all) runs did this limit hold anything up.")
    }
}

extension DeskLimit {
    /// The name of its field.
    var label: BilingualText {
        switch self {
        case .rehousingPerYear:
            BilingualText(
                nl: "Huishoudens die per jaar moeten verhuizen, hoogstens",
                en: "Households that must move in a year, at most")
        case .buildingPerYear:
            BilingualText(
                nl: "Woningen die per jaar worden gebouwd, hoogstens", en: "Homes built in a year, at most")
        case .budget: BilingualText(nl: "Budget in euro", en: "Budget in euro")
        case .leastSocialRent:
            BilingualText(
                nl: "Sociale huur in de gemeente in %, ten minste",
                en: "Social rent in the municipality in %, at least")
        }
    }

    /// What it does, and how to write it.
    var hint: BilingualText {
        switch self {
        case .rehousingPerYear:
            BilingualText(
                nl: "Bijvoorbeeld 120. Daarna stoppen de werken voor dat jaar.",
                en: "For example 120. After that the works stop for the year.")
        case .buildingPerYear:
            BilingualText(
                nl: "Bijvoorbeeld 400. Geldt voor dit pakket; wat erboven komt, wacht.",
                en: "For example 400. Holds for this package; what comes above it waits.")
        case .budget:
            BilingualText(
                nl: "Bijvoorbeeld 90.000.000. Houdt niets tegen; u ziet of het past.",
                en: "For example 90,000,000. Stops nothing; you see whether it fits.")
        case .leastSocialRent:
            BilingualText(
                nl: "Bijvoorbeeld 30. Houdt niets tegen; u ziet of het wordt gehaald.",
                en: "For example 30. Stops nothing; you see whether it is kept.")
        }
    }

    /// The limit of a package in one line.
    func sentence(_ limits: PackageLimits) -> BilingualText {
        let (nl, en) = (text(in: limits, .dutch), text(in: limits, .english))
        return switch self {
        case .rehousingPerYear:
            BilingualText(
                nl: "Verhuizen: hoogstens \(nl) huishoudens per jaar",
                en: "Moving: at most \(en) households a year")
        case .buildingPerYear:
            BilingualText(
                nl: "Bouwen: hoogstens \(nl) woningen per jaar", en: "Building: at most \(en) homes a year")
        case .budget: BilingualText(nl: "Budget: € \(nl)", en: "Budget: € \(en)")
        case .leastSocialRent:
            BilingualText(
                nl: "Sociale huur in de gemeente: ten minste \(nl)%",
                en: "Social rent in the municipality: at least \(en)%")
        }
    }
}
