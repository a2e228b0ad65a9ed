extension VariableCatalogue {
    static let population: [Variable] = [
        Variable(
            "population.inhabitants", nl: "Inwoners", en: "Inhabitants",
            unit: .persons, of: .persons, theme: .population),
        Variable(
            "population.households", nl: "Huishoudens", en: "Households",
            unit: .households, of: .households, theme: .population),
        Variable(
            "population.age0to14", nl: "0 tot 15 jaar", en: "Aged 0 to 14",
            unit: .share, of: .persons, theme: .population),
        Variable(
            "population.age15to64", nl: "15 tot 65 jaar", en: "Aged 15 to 64",
            unit: .share, of: .persons, theme: .population),
        Variable(
            "population.age65plus", nl: "65 jaar en ouder", en: "Aged 65 and over",
            unit: .share, of: .persons, theme: .population),
        Variable(
            "households.onePerson", nl: "Eenpersoonshuishoudens", en: "One-person households",
            unit: .share, of: .households, theme: .population),
        Variable(
            "households.coupleWithoutChildren", nl: "Paren zonder kinderen", en: "Couples without children",
            unit: .share, of: .households, theme: .population),
        Variable(
            "households.coupleWithChildren", nl: "Paren met kinderen", en: "Couples with children",
            unit: .share, of: .households, theme: .population),
        Variable(
            "households.singleParent", nl: "Eenoudergezinnen", en: "Single-parent families",
            unit: .share, of: .households, theme: .population),
        Variable(
            "households.withChildren", nl: "Huishoudens met kinderen", en: "Households with children",
            unit: .share, of: .households, theme: .population),
        Variable(
            "households.withoutChildren", nl: "Huishoudens zonder kinderen",
            en: "Households without children",
            unit: .share, of: .households, theme: .population),
        Variable(
            "population.density", nl: "Inwoners per km²", en: "Inhabitants per km²",
            unit: .perSquareKilometre, of: .area, theme: .population),
        Variable(
            "population.addressDensity", nl: "Omgevingsadressendichtheid",
            en: "Address density of the surroundings",
            unit: .perSquareKilometre, of: .area, theme: .population),
        Variable(
            "population.landArea", nl: "Oppervlakte land", en: "Land area",
            unit: .hectares, of: .area, theme: .population),
    ]
}
