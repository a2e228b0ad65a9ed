public import Bilingual

/// A way to divide the housing stock. One-sidedness is always one-sidedness in one of these.
public enum StockDimension: String, Sendable, Codable, CaseIterable {
    /// Who owns and who may rent.
    case tenure
    /// House or flat.
    case type
    /// When it was built.
    case period
    /// How large it is.
    case size
    /// In what class of assessed value it falls.
    case value

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .tenure: BilingualText(nl: "eigendomsvorm", en: "tenure")
        case .type: BilingualText(nl: "woningtype", en: "dwelling type")
        case .period: BilingualText(nl: "bouwperiode", en: "building period")
        case .size: BilingualText(nl: "grootte", en: "size")
        case .value: BilingualText(nl: "waardeklasse", en: "value class")
        }
    }

    /// Divisions of the stock by this dimension, finest first; each adds up to all dwellings whose class is known.
    /// A source holds one of them.
    public var divisions: [[Variable.ID]] {
        switch self {
        case .tenure:
            [
                ["tenure.socialRent", "tenure.midRent", "tenure.privateRent", "tenure.ownerOccupied"],
                ["tenure.socialRent", "tenure.privateRent", "tenure.ownerOccupied"],
            ]
        case .type:
            [
                ["type.singleFamily", "type.multiFamilyWithLift", "type.multiFamilyWithoutLift"],
                ["type.singleFamily", "type.multiFamily"],
            ]
        case .period:
            [
                [
                    "period.before1945", "period.from1945to1969", "period.from1970to1979",
                    "period.from1980to1999",
                    "period.from2000",
                ],
                ["buildingAge.before2000", "period.from2000"],
                ["buildingAge.overTenYears", "buildingAge.underTenYears"],
            ]
        case .size:
            [["size.under50", "size.from50to75", "size.from75to100", "size.from100to150", "size.over150"]]
        case .value: [["valueClass.low", "valueClass.middle", "valueClass.high"]]
        }
    }
}
