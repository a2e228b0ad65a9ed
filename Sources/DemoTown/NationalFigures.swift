internal import Neighbourhoods

/// The national figures that the town is compared with: those that follow from a definition, and those that CBS
/// published. Where none was found there is none.
enum NationalFigures {
    static let area = Area(code: AreaCode("NL00"), name: "Nederland", level: .nation)

    static let definitions = Source(
        id: Source.ID(rawValue: "demo-definities"),
        title: "Landelijke aandelen volgens definitie / National shares by definition",
        producer: "CBS (definitie)", licence: "CC-BY-4.0",
        caveat: "Inkomensgroepen zijn landelijk per definitie 40, 40 en 20 procent. / "
            + "Income groups are 40, 40 and 20 per cent of the nation by definition.")

    static let published = Source(
        id: Source.ID(rawValue: "demo-landelijk"),
        title: "Landelijke cijfers ter vergelijking / National figures for comparison",
        producer: "CBS", licence: "CC-BY-4.0",
        address: "https://www.cbs.nl/nl-nl/cijfers",
        caveat:
            "Afgerond overgenomen uit berichten over de CBS-woningvoorraad 2022, WoON 2018 en 2021 en de "
            + "Veiligheidsmonitor 2021 en 2023. / Rounded, from reports on the CBS housing stock 2022, WoON "
            + "2018 and 2021 and the Safety Monitor 2021 and 2023.")

    /// One row: the nation.
    static func series(years: [Int]) -> [Series] {
        let byDefinition: [(Variable.ID, Double)] = [
            ("income.lowest40", 0.4), ("income.middle40", 0.4), ("income.highest20", 0.2),
            ("income.quintile1", 0.2), ("income.quintile2", 0.2), ("income.quintile3", 0.2),
            ("income.quintile4", 0.2), ("income.quintile5", 0.2),
        ]
        let measured: [(Variable.ID, Int, Double)] = [
            // 8.05 million homes, 4.55 owner-occupied, 3.40 rented, 28.8% of all from housing associations.
            ("tenure.ownerOccupied", 2022, 0.57), ("tenure.rent", 2022, 0.42),
            ("tenure.socialRent", 2022, 0.29),
            ("tenure.privateRent", 2022, 0.13),
            // 5.13 and 2.91 of 8.04 million.
            ("type.singleFamily", 2022, 0.64), ("type.multiFamily", 2022, 0.36),
            ("moving.intention", 2018, 0.34), ("satisfaction.dwelling", 2021, 0.86),
            ("safety.feelsUnsafe", 2021, 0.14), ("safety.feelsUnsafe", 2023, 0.15),
        ]
        return years.flatMap { year in
            byDefinition.map { id, value in
                Series(variable: id, year: year, source: definitions.id, values: Column([.known(value)]))
            }
        }
            + measured.map { id, year, value in
                Series(variable: id, year: year, source: published.id, values: Column([.known(value)]))
            }
    }
}
