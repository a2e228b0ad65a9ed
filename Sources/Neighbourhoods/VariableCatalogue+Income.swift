extension VariableCatalogue {
    static let income: [Variable] = [
        Variable(
            "income.lowest40", nl: "Laagste 40% inkomens", en: "Lowest 40% of incomes",
            meaningNL: "Aandeel huishoudens dat landelijk bij de 40% laagste inkomens hoort",
            meaningEN: "Share of households in the nation's lowest 40% of incomes",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.middle40", nl: "Middelste 40% inkomens", en: "Middle 40% of incomes",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.highest20", nl: "Hoogste 20% inkomens", en: "Highest 20% of incomes",
            meaningNL: "Aandeel huishoudens dat landelijk bij de 20% hoogste inkomens hoort",
            meaningEN: "Share of households in the nation's highest 20% of incomes",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.quintile1", nl: "Laagste 20% inkomens", en: "Lowest income quintile",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.quintile2", nl: "Tweede 20% inkomens", en: "Second income quintile",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.quintile3", nl: "Derde 20% inkomens", en: "Third income quintile",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.quintile4", nl: "Vierde 20% inkomens", en: "Fourth income quintile",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.quintile5", nl: "Hoogste 20% inkomens (kwintiel)", en: "Highest income quintile",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.low", nl: "Laag inkomen", en: "Low income",
            meaningNL: "Aandeel huishoudens onder de lage-inkomensgrens van de bron",
            meaningEN: "Share of households below the source's low-income line",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.socialMinimum", nl: "Rond sociaal minimum", en: "At or near the social minimum",
            meaningNL: "Aandeel huishoudens onder of rond het sociaal minimum",
            meaningEN: "Share of households at or near the social minimum",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.socialMinimum110", nl: "Tot 110% sociaal minimum", en: "Up to 110% of the social minimum",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.socialMinimum120", nl: "Tot 120% sociaal minimum", en: "Up to 120% of the social minimum",
            unit: .share, of: .households, theme: .income),
        Variable(
            "income.poverty2024", nl: "Armoede (definitie 2024)", en: "Poverty (2024 definition)",
            meaningNL: "Aandeel personen onder de armoedegrens van CBS, SCP en Nibud van oktober 2024",
            meaningEN: "Share of persons below the poverty line of CBS, SCP and Nibud of October 2024",
            unit: .share, of: .persons, theme: .income),
        Variable(
            "income.nearPoverty2024", nl: "Bijna armoede (definitie 2024)",
            en: "Near poverty (2024 definition)",
            unit: .share, of: .persons, theme: .income),
        Variable(
            "income.lowPersons", nl: "Laag inkomen (personen)", en: "Low income (persons)",
            unit: .share, of: .persons, theme: .income),
        Variable(
            "personIncome.lowest40", nl: "Personen met laagste 40% inkomens",
            en: "Persons in the lowest 40% of incomes",
            unit: .share, of: .persons, theme: .income),
        Variable(
            "personIncome.highest20", nl: "Personen met hoogste 20% inkomens",
            en: "Persons in the highest 20% of incomes",
            unit: .share, of: .persons, theme: .income),
        Variable(
            "income.meanPerInhabitant", nl: "Gemiddeld inkomen per inwoner", en: "Mean income per inhabitant",
            unit: .euro, of: .persons, theme: .income),
        Variable(
            "income.meanPerRecipient", nl: "Gemiddeld inkomen per ontvanger",
            en: "Mean income per income recipient",
            unit: .euro, of: .persons, theme: .income),
        Variable(
            "income.meanEquivalised", nl: "Gemiddeld gestandaardiseerd inkomen",
            en: "Mean equivalised income",
            unit: .euro, of: .households, theme: .income),
        Variable(
            "income.medianWealth", nl: "Mediaan vermogen", en: "Median wealth",
            unit: .euro, of: .households, theme: .income),
        Variable(
            "income.seswoa", nl: "SES-WOA-score", en: "SES-WOA score",
            meaningNL: "Score voor welvaart, opleiding en werk; landelijk gemiddelde is 0",
            meaningEN: "Score for wealth, education and work; the national mean is 0",
            unit: .points, of: .households, theme: .income),
        Variable(
            "income.seswoaSpread", nl: "Spreiding SES-WOA", en: "Spread of SES-WOA",
            meaningNL: "Spreiding van de SES-WOA-score binnen het gebied: gepubliceerde menging",
            meaningEN: "Spread of SES-WOA scores within the area: a published measure of mixing",
            unit: .points, of: .households, theme: .income),
    ]
}
