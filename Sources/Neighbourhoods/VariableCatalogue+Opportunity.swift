extension VariableCatalogue {
    static let opportunity: [Variable] = [
        Variable(
            "education.low", nl: "Lager opgeleid", en: "Lower educated",
            unit: .share, of: .persons, theme: .opportunity),
        Variable(
            "education.middle", nl: "Middelbaar opgeleid", en: "Middle educated",
            unit: .share, of: .persons, theme: .opportunity),
        Variable(
            "education.high", nl: "Hoger opgeleid", en: "Higher educated",
            unit: .share, of: .persons, theme: .opportunity),
        Variable(
            "benefits.welfare", nl: "Bijstand", en: "Welfare benefit",
            unit: .share, of: .persons, theme: .opportunity),
        Variable(
            "benefits.welfareHouseholds", nl: "Huishoudens met bijstand", en: "Households on welfare benefit",
            unit: .share, of: .households, theme: .opportunity),
        Variable(
            "benefits.welfareCount", nl: "Personen met bijstand", en: "Persons on welfare benefit",
            unit: .persons, of: .persons, theme: .opportunity),
        Variable(
            "benefits.unemployment", nl: "Werkloosheidsuitkering", en: "Unemployment benefit",
            unit: .share, of: .persons, theme: .opportunity),
        Variable(
            "benefits.pension", nl: "AOW", en: "State pension",
            unit: .share, of: .persons, theme: .opportunity),
        Variable(
            "work.employees", nl: "Werknemers", en: "Employees",
            unit: .share, of: .persons, theme: .opportunity),
        Variable(
            "work.participation", nl: "Arbeidsparticipatie", en: "Labour participation",
            unit: .share, of: .persons, theme: .opportunity, direction: .higherIsWished),
    ]
}
