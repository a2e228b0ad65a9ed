public import Bilingual

/// What a facility is for. The policy theory names the first three; care and transport are an extension.
public enum FacilityFunction: String, Sendable, Codable, CaseIterable {
    /// Green, sport, play, culture.
    case recreational
    /// Schools, libraries, childcare.
    case educational
    /// Shops, work.
    case economic
    /// Doctors, hospitals.
    case care
    /// Stations, stops.
    case transport

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .recreational: BilingualText(nl: "recreatief", en: "recreational")
        case .educational: BilingualText(nl: "educatief", en: "educational")
        case .economic: BilingualText(nl: "economisch", en: "economic")
        case .care: BilingualText(nl: "zorg", en: "care")
        case .transport: BilingualText(nl: "vervoer", en: "transport")
        }
    }

    /// The variables that tell how well residents are served, for this function.
    public var variables: [Variable.ID] {
        switch self {
        case .recreational:
            [
                "facility.park.distance", "facility.sports.distance", "facility.cafe.distance",
                "facilitySatisfaction.recreation", "facilitySatisfaction.sports", "facilitySatisfaction.play",
                "facilitySatisfaction.culture",
            ]
        case .educational:
            [
                "facility.primarySchool.distance", "facility.primarySchool.within3km",
                "facility.secondarySchool.distance", "facility.library.distance",
                "facility.childcare.distance",
                "facility.outOfSchoolCare.distance", "facilitySatisfaction.education",
            ]
        case .economic:
            ["facility.supermarket.distance", "facility.shops.within1km", "facilitySatisfaction.shops"]
        case .care:
            ["facility.generalPractice.distance", "facility.hospital.distance", "facilitySatisfaction.care"]
        case .transport: ["facility.station.distance", "facilitySatisfaction.transport"]
        }
    }
}
