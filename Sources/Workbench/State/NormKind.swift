import Bilingual

/// The norms that the policy leaves without a number. The program gives them none either: the group does.
public enum NormKind: String, Sendable, CaseIterable, Hashable {
    /// From which share of low incomes a concentration is too high.
    case concentration = "concentratie"
    /// From which homogeneity a housing stock is one-sided.
    case oneSidedStock = "eenzijdig"
    /// Below which index facilities are limited.
    case limitedFacilities = "voorzieningen"
    /// Which share of satisfied residents is enough.
    case sufficiency = "voldoende"

    /// The lowest and highest value that can be set, in hundredths.
    public var range: ClosedRange<Int> { self == .limitedFacilities ? -200...200 : 0...100 }

    /// The words of the policy.
    var title: BilingualText {
        switch self {
        case .concentration: BilingualText(nl: "Te hoge concentratie", en: "Too high a concentration")
        case .oneSidedStock: BilingualText(nl: "Eenzijdige woningvoorraad", en: "One-sided housing stock")
        case .limitedFacilities: BilingualText(nl: "Beperkte voorzieningen", en: "Limited facilities")
        case .sufficiency:
            BilingualText(
                nl: "Voldoende woon- en leefkwaliteit", en: "Sufficient quality of housing and life")
        }
    }

    /// What the number is about.
    var meaning: BilingualText {
        switch self {
        case .concentration:
            BilingualText(
                nl:
                    "Vanaf welk aandeel huishoudens met een laag inkomen is de concentratie in een gebied te hoog?",
                en:
                    "From which share of households with a low income is the concentration in an area too high?"
            )
        case .oneSidedStock:
            BilingualText(
                nl:
                    "Vanaf welke eenvormigheid (0 = alles even veel, 100 = alle woningen gelijk) is de woningvoorraad eenzijdig?",
                en:
                    "From which homogeneity (0 = all kinds equally, 100 = all homes alike) is the housing stock one-sided?"
            )
        case .limitedFacilities:
            BilingualText(
                nl:
                    "Onder welke score zijn de voorzieningen beperkt? 0 is het gemiddelde van de gemeente, −100 is één standaardafwijking minder.",
                en:
                    "Below which score are facilities limited? 0 is the municipal mean, −100 is one standard deviation less."
            )
        case .sufficiency:
            BilingualText(
                nl: "Welk aandeel tevreden bewoners moet elk gebied ten minste halen?",
                en: "Which share of satisfied residents should every area reach at least?")
        }
    }
}
