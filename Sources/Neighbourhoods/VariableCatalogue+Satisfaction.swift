extension VariableCatalogue {
    static let satisfaction: [Variable] = [
        Variable(
            "satisfaction.neighbourhood", nl: "Tevreden over de buurt",
            en: "Satisfied with the neighbourhood",
            unit: .share, of: .persons, theme: .satisfaction, direction: .higherIsWished),
        Variable(
            "satisfaction.dwelling", nl: "Tevreden over de woning", en: "Satisfied with the home",
            unit: .share, of: .persons, theme: .satisfaction, direction: .higherIsWished),
        Variable(
            "satisfaction.housingSituation", nl: "Tevreden over de woonsituatie",
            en: "Satisfied with the housing situation",
            unit: .share, of: .persons, theme: .satisfaction, direction: .higherIsWished),
        Variable(
            "satisfaction.life", nl: "Tevreden over het leven", en: "Satisfied with life",
            unit: .share, of: .persons, theme: .satisfaction, direction: .higherIsWished),
        Variable(
            "satisfaction.environment", nl: "Oordeel woonomgeving", en: "Judgement of the living environment",
            unit: .points, of: .area, theme: .satisfaction, direction: .higherIsWished),
        Variable(
            "moving.intention", nl: "Wil verhuizen", en: "Wishes to move",
            meaningNL: "Aandeel bewoners dat binnen de termijn van de bron wil verhuizen",
            meaningEN: "Share of residents who wish to move within the source's term",
            unit: .share, of: .persons, theme: .moving, direction: .lowerIsWished),
        Variable(
            "moving.turnover", nl: "Verhuisgraad", en: "Turnover",
            meaningNL: "Verhuizingen in, uit en binnen het gebied per jaar, volgens de bron",
            meaningEN: "Moves in, out and within the area a year, by the source's definition",
            unit: .share, of: .dwellings, theme: .moving),
        Variable(
            "moving.longStay", nl: "Woont er lang", en: "Long residence",
            unit: .share, of: .persons, theme: .moving),
        Variable(
            "contact.neighbours", nl: "Contact met buren", en: "Contact with neighbours",
            unit: .share, of: .persons, theme: .contact, direction: .higherIsWished),
        Variable(
            "contact.feelsAtHome", nl: "Voelt zich thuis", en: "Feels at home",
            unit: .share, of: .persons, theme: .contact, direction: .higherIsWished),
        Variable(
            "contact.helpEachOther", nl: "Buren helpen elkaar", en: "Neighbours help each other",
            unit: .share, of: .persons, theme: .contact, direction: .higherIsWished),
    ]
}
