public import Bilingual

/// A class of residents within a classification.
public enum OriginClass: String, Sendable, Codable, CaseIterable, Hashable {
    /// Born in the Netherlands, as were both parents.
    case netherlands = "origin.cbs2022.netherlands"
    /// Origin in Europe without the Netherlands.
    case europe = "origin.cbs2022.europe"
    /// Origin outside Europe.
    case outsideEurope = "origin.cbs2022.outsideEurope"
    /// Born in the Netherlands, origin the Netherlands.
    case bornHereNetherlands = "origin.cbs2022.bornInNetherlands.netherlands"
    /// Born in the Netherlands, origin in Europe without the Netherlands.
    case bornHereEurope = "origin.cbs2022.bornInNetherlands.europe"
    /// Born in the Netherlands, origin outside Europe.
    case bornHereOutsideEurope = "origin.cbs2022.bornInNetherlands.outsideEurope"
    /// Born abroad, origin in Europe without the Netherlands.
    case bornAbroadEurope = "origin.cbs2022.bornAbroad.europe"
    /// Born abroad, origin outside Europe.
    case bornAbroadOutsideEurope = "origin.cbs2022.bornAbroad.outsideEurope"
    /// "Autochtoon" in the words of the time.
    case historicalNative = "origin.historical.native"
    /// "Westers" in the words of the time.
    case historicalWestern = "origin.historical.western"
    /// "Niet-westers" in the words of the time.
    case historicalNonWestern = "origin.historical.nonWestern"
    /// "Marokko", within "niet-westers".
    case historicalMorocco = "origin.historical.morocco"
    /// "Suriname", within "niet-westers".
    case historicalSuriname = "origin.historical.suriname"
    /// "(Voormalige) Nederlandse Antillen en Aruba", within "niet-westers".
    case historicalAntilles = "origin.historical.antilles"
    /// "Turkije", within "niet-westers".
    case historicalTurkey = "origin.historical.turkey"
    /// "Overig niet-westers", within "niet-westers".
    case historicalOtherNonWestern = "origin.historical.otherNonWestern"

    /// The classification it belongs to.
    public var classification: OriginClassification {
        switch self {
        case .netherlands, .europe, .outsideEurope, .bornHereNetherlands, .bornHereEurope,
            .bornHereOutsideEurope, .bornAbroadEurope, .bornAbroadOutsideEurope:
            .cbs2022
        case .historicalNative, .historicalWestern, .historicalNonWestern, .historicalMorocco,
            .historicalSuriname, .historicalAntilles, .historicalTurkey, .historicalOtherNonWestern:
            .historical
        }
    }

    /// The class that it lies within; nil for one of those that together are all residents.
    public var whole: OriginClass? {
        switch self {
        case .netherlands, .europe, .outsideEurope, .historicalNative, .historicalWestern,
            .historicalNonWestern:
            nil
        case .bornHereNetherlands: .netherlands
        case .bornHereEurope, .bornAbroadEurope: .europe
        case .bornHereOutsideEurope, .bornAbroadOutsideEurope: .outsideEurope
        case .historicalMorocco, .historicalSuriname, .historicalAntilles, .historicalTurkey,
            .historicalOtherNonWestern:
            .historicalNonWestern
        }
    }

    /// Its name in the words of its classification; a historical one is a quotation and never stands without the
    /// name of its classification.
    public var name: BilingualText {
        switch self {
        case .netherlands: BilingualText(nl: "Herkomst Nederland", en: "Origin the Netherlands")
        case .europe: BilingualText(nl: "Herkomst Europa (zonder Nederland)", en: "Origin Europe (excl. NL)")
        case .outsideEurope: BilingualText(nl: "Herkomst buiten Europa", en: "Origin outside Europe")
        case .bornHereNetherlands:
            BilingualText(nl: "Geboren in Nederland, herkomst Nederland", en: "Born in NL, origin NL")
        case .bornHereEurope:
            BilingualText(
                nl: "Geboren in Nederland, herkomst Europa (zonder Nederland)",
                en: "Born in NL, origin Europe (excl. NL)")
        case .bornHereOutsideEurope:
            BilingualText(
                nl: "Geboren in Nederland, herkomst buiten Europa", en: "Born in NL, origin outside Europe")
        case .bornAbroadEurope:
            BilingualText(
                nl: "Geboren buiten Nederland, herkomst Europa (zonder Nederland)",
                en: "Born abroad, origin Europe (excl. NL)")
        case .bornAbroadOutsideEurope:
            BilingualText(
                nl: "Geboren buiten Nederland, herkomst buiten Europa",
                en: "Born abroad, origin outside Europe")
        case .historicalNative: BilingualText(nl: "‘autochtoon’", en: "‘autochtoon’ (native)")
        case .historicalWestern: BilingualText(nl: "‘westers’", en: "‘westers’ (Western)")
        case .historicalNonWestern: BilingualText(nl: "‘niet-westers’", en: "‘niet-westers’ (non-Western)")
        case .historicalMorocco: BilingualText(nl: "‘Marokko’", en: "‘Marokko’ (Morocco)")
        case .historicalSuriname: BilingualText(same: "‘Suriname’")
        case .historicalAntilles:
            BilingualText(
                nl: "‘(voormalige) Nederlandse Antillen en Aruba’",
                en: "‘(voormalige) Nederlandse Antillen en Aruba’ (Antilles and Aruba)")
        case .historicalTurkey: BilingualText(nl: "‘Turkije’", en: "‘Turkije’ (Turkey)")
        case .historicalOtherNonWestern:
            BilingualText(nl: "‘overig niet-westers’", en: "‘overig niet-westers’ (other non-Western)")
        }
    }

    /// The name with its classification, as every page must show it.
    public var fullName: BilingualText {
        BilingualText(
            nl: "\(name.nl) (\(classification.name.nl))", en: "\(name.en) (\(classification.name.en))")
    }
}
