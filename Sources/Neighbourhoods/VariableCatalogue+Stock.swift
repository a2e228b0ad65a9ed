extension VariableCatalogue {
    static let stock: [Variable] = [
        Variable(
            "stock.dwellings", nl: "Woningen", en: "Dwellings",
            unit: .dwellings, of: .dwellings, theme: .stock),
        Variable(
            "tenure.socialRent", nl: "Sociale huur", en: "Social rent",
            meaningNL: "Aandeel woningen in bezit van een woningcorporatie",
            meaningEN: "Share of dwellings owned by a housing association",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "tenure.midRent", nl: "Middenhuur", en: "Mid-market rent",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "tenure.privateRent", nl: "Particuliere huur", en: "Private rent",
            meaningNL: "Aandeel huurwoningen van andere verhuurders dan woningcorporaties",
            meaningEN: "Share of dwellings let by others than housing associations",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "tenure.ownerOccupied", nl: "Koop", en: "Owner-occupied",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "tenure.rent", nl: "Huur (alle verhuurders)", en: "Rented (all landlords)",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "tenure.unknown", nl: "Eigendom onbekend", en: "Tenure unknown",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "type.singleFamily", nl: "Eengezinswoning", en: "Single-family house",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "type.multiFamily", nl: "Meergezinswoning", en: "Flat or apartment",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "type.multiFamilyWithLift", nl: "Flat met lift", en: "Flat with lift",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "type.multiFamilyWithoutLift", nl: "Flat zonder lift", en: "Flat without lift",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "type.unknown", nl: "Woningtype onbekend", en: "Dwelling type unknown",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "period.before1945", nl: "Gebouwd voor 1945", en: "Built before 1945",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "period.from1945to1969", nl: "Gebouwd 1945–1969", en: "Built 1945–1969",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "period.from1970to1979", nl: "Gebouwd 1970–1979", en: "Built 1970–1979",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "period.from1980to1999", nl: "Gebouwd 1980–1999", en: "Built 1980–1999",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "period.from2000", nl: "Gebouwd vanaf 2000", en: "Built in 2000 or later",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "buildingAge.before2000", nl: "Gebouwd voor 2000", en: "Built before 2000",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "buildingAge.overTenYears", nl: "Ouder dan 10 jaar", en: "Over ten years old",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "buildingAge.underTenYears", nl: "Jonger dan 10 jaar", en: "Under ten years old",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "size.under50", nl: "Tot 50 m²", en: "Under 50 m²",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "size.from50to75", nl: "50 tot 75 m²", en: "50 to 75 m²",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "size.from75to100", nl: "75 tot 100 m²", en: "75 to 100 m²",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "size.from100to150", nl: "100 tot 150 m²", en: "100 to 150 m²",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "size.over150", nl: "150 m² en meer", en: "150 m² and over",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "valueClass.low", nl: "Lage WOZ-klasse", en: "Low assessed-value class",
            meaningNL: "Aandeel woningen in de laagste WOZ-klasse van de bron",
            meaningEN: "Share of dwellings in the source's lowest class of assessed value",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "valueClass.middle", nl: "Midden-WOZ-klasse", en: "Middle assessed-value class",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "valueClass.high", nl: "Hoge WOZ-klasse", en: "High assessed-value class",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "assessedValue.mean", nl: "Gemiddelde WOZ-waarde", en: "Mean assessed value",
            unit: .euro, of: .dwellings, theme: .stock),
        Variable(
            "stock.vacant", nl: "Leegstand", en: "Vacant dwellings",
            unit: .share, of: .dwellings, theme: .stock),
        Variable(
            "stock.newDwellings", nl: "Nieuwbouwwoningen", en: "New dwellings",
            unit: .dwellings, of: .dwellings, theme: .stock),
        Variable(
            "stock.demandPressure", nl: "Vraagdruk sociale huur", en: "Demand pressure on social rent",
            meaningNL: "Reacties per aangeboden sociale huurwoning",
            meaningEN: "Applicants per social dwelling on offer",
            unit: .count, of: .dwellings, theme: .stock),
        Variable(
            "stock.overcrowded", nl: "Overbezette woningen", en: "Overcrowded dwellings",
            unit: .share, of: .dwellings, theme: .stock, direction: .lowerIsWished),
    ]
}
