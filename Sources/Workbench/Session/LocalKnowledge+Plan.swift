internal import HousingMarket
public import Neighbourhoods
public import WorkingGroup

extension LocalKnowledge {
    /// What a rehearsal plans with: flats of after the war in a neighbourhood with much social rent, the first by code of
    /// those that the data know, and two figures of it. `nil` where no neighbourhood has such figures.
    public static func plan(of dataset: Dataset) -> Rehearsal.LocalPlan? {
        let areas = dataset.areas(.neighbourhood)
        func share(_ variable: Variable.ID, _ area: Area) -> Double? {
            dataset.shown(variable, of: area.code, at: .neighbourhood).number
        }
        guard
            let area = areas.first(where: { (share("tenure.socialRent", $0) ?? 0) >= 0.5 })
                ?? areas.first(where: { share("tenure.socialRent", $0) != nil })
        else { return nil }
        let figures = LocalFigures(dataset)
        func measure(_ id: Variable.ID, by step: Double) -> TargetMeasure? {
            guard let variable = VariableCatalogue.variable(id), let now = share(id, area) else { return nil }
            let wished = ((now + step) * 100).rounded() / 100
            return figures.measure(variable, area, to: min(1, max(0, wished)))
        }
        return Rehearsal.LocalPlan(
            estate: NamedEstate(
                area: area.code.rawValue, areaName: area.name, dwelling: "\(DwellingType.multiFamily)",
                period: "\(BuildingPeriod.from1945to1969)"),
            homes: measure("tenure.socialRent", by: -0.08),
            life: measure("satisfaction.neighbourhood", by: 0.05))
    }
}
