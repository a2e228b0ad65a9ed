internal import Neighbourhoods

/// Turns what is known of neighbourhoods into the published figures of one level.
struct TownPublisher {
    static let municipality = Area(
        code: TownPlan.municipality, name: TownPlan.townName, level: .municipality,
        parent: NationalFigures.area.code)

    let level: AreaLevel
    let areas: [Area]
    /// The neighbourhoods of each area.
    let members: [[Int]]

    /// The three levels of the town.
    static func levels(of plan: TownPlan) -> [TownPublisher] {
        let all = plan.neighbourhoods.indices
        return [
            TownPublisher(
                level: .neighbourhood,
                areas: plan.neighbourhoods.map { Area(code: $0.code, name: $0.name, level: .neighbourhood) },
                members: all.map { [$0] }),
            TownPublisher(
                level: .district, areas: plan.districts,
                members: plan.districts.indices.map { district in
                    all.filter { plan.neighbourhoods[$0].district == district }
                }),
            TownPublisher(level: .municipality, areas: [municipality], members: [Array(all)]),
        ]
    }

    func series(_ measurement: Measurement, year: Int, inhabitants: [Int]) -> Series {
        let figures = members.map { measurement.published($0, inhabitants: inhabitants) }
        var margins: Column?
        if case .sample = measurement.content { margins = Column(figures.map(\.margin)) }
        return Series(
            variable: measurement.variable, year: year, source: measurement.source.id,
            version: measurement.version, values: Column(figures.map(\.value)), margins: margins)
    }
}
