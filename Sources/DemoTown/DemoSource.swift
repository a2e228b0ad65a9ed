internal import Neighbourhoods

/// The made-up producers of the town's figures: one per kind of source that a real municipality has.
enum DemoSource: String, CaseIterable {
    case register = "demo-register"
    case income = "demo-inkomen"
    case facilities = "demo-voorzieningen"
    case police = "demo-politie"
    case survey = "demo-enquete"
    case liveability = "demo-leefbaarheid"
    case origin = "demo-herkomst"
    case map = "demo-kaart"

    var id: Source.ID { Source.ID(rawValue: rawValue) }

    var source: Source {
        let subject = subject
        return Source(
            id: id,
            title: "Synthetische \(subject.nl) van \(TownPlan.townName) / "
                + "Synthetic \(subject.en) of \(TownPlan.townName)",
            producer: "Mengpaneel", licence: "CC0-1.0",
            caveat: "Verzonnen plaats, verzonnen cijfers. \(caveat.nl) / "
                + "Made-up place, made-up figures. \(caveat.en)",
            isSynthetic: true)
    }

    private var subject: (nl: String, en: String) {
        switch self {
        case .register:
            ("registercijfers over bewoners en woningen", "register figures on residents and homes")
        case .income: ("inkomenscijfers", "income figures")
        case .facilities: ("cijfers over voorzieningen", "figures on facilities")
        case .police: ("politiecijfers", "police figures")
        case .survey: ("bewonersenquête", "residents' survey")
        case .liveability: ("leefbaarheidsscores", "liveability scores")
        case .origin: ("cijfers over herkomst", "figures on origin")
        case .map: ("kaart", "map")
        }
    }

    private var caveat: (nl: String, en: String) {
        switch self {
        case .register:
            (
                "Aantallen zijn op 5 afgerond, aandelen op hele procenten.",
                "Counts are rounded to 5, shares to whole percents."
            )
        case .income:
            (
                "Geheim onder 100 inwoners; aandelen op hele procenten.",
                "Secret below 100 inhabitants; shares in whole percents."
            )
        case .facilities:
            ("Afstand over de weg, gemiddeld per inwoner.", "Distance by road, mean per inhabitant.")
        case .police:
            (
                "Misdrijven naar plaats waar ze gebeurden; niet gegeven onder 100 inwoners.",
                "Crimes by the place where they happened; not given below 100 inhabitants."
            )
        case .survey:
            (
                "Steekproef met marges van 95%; niet gegeven onder \(Measurement.smallestSample) antwoorden.",
                "A sample with 95% margins; not given below \(Measurement.smallestSample) answers."
            )
        case .liveability:
            (
                "Los van alle andere cijfers getrokken: dit is geen Leefbaarometer.",
                "Drawn apart from all other figures: this is not the Leefbaarometer."
            )
        case .origin:
            ("Indeling van CBS sinds 2022, op 5 afgerond.", "Classes of CBS since 2022, rounded to 5.")
        case .map: ("Meters in een vlak zonder echte plaats.", "Metres in a plane without a real place.")
        }
    }
}
