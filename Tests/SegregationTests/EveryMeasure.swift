import Foundation
import Segregation

/// Distances between all units as the crow flies, in units of distance.
func straightWays(_ places: UnitGeography, reach: Double) throws -> TravelDistances {
    let (x, y) = (places.x ?? [], places.y ?? [])
    let units = places.unitIdentifiers
    return try TravelDistances(
        unitIdentifiers: units,
        list: units.indices.flatMap { from in
            units.indices.filter { $0 > from }.map { to in
                .init(
                    from: units[from], to: units[to],
                    distance: hypot(x[from] - x[to], y[from] - y[to]) / places.distanceUnit)
            }
        }, reach: reach)
}

/// A row for every measure of the catalogue, ``MeasureDefinition/complete``.
/// - Parameter centre: a unit with persons; none for a table without.
func everyMeasure(_ town: Town, centre: String?) throws -> [MeasureRow] {
    var rows = try allMeasures(town, centre: centre)
    rows += town.table.diversityMeasures()
    if let centre {
        rows += try town.table.centralisation(around: [centre], within: .reach(3), geography: town.places)
    }
    rows += try town.table.localCentralisation(neighbours: 4, geography: town.places)
    rows += try town.table.dissimilarityOverSteps(2, geography: town.places)
    rows += try town.table.environmentMeasures(over: straightWays(town.places, reach: 2.2), decay: 1)
    rows += try town.table.normalisedDistortion(geography: town.places)
    return rows
}

/// What a row is about.
struct RowName: Hashable {
    var identifier: String
    var groups: [Group]
    var unit: String?
    var parameters: [MeasureParameter]

    init(_ row: MeasureRow, renaming: [Group: Group] = [:]) {
        identifier = row.identifier
        groups = row.groups.map { renaming[$0] ?? $0 }
        unit = row.unit
        parameters = row.parameters
    }
}

/// Whether two reports give the same values under the same names; an issue is recorded for the first that do not.
func firstDifference(
    _ rows: [MeasureRow], _ others: [MeasureRow], renaming: [Group: Group] = [:],
    within tolerance: Double = 1e-9
) -> String? {
    var values: [RowName: Double?] = [:]
    for row in others { values[RowName(row, renaming: renaming)] = row.estimate.value.number }
    for row in rows {
        let name = RowName(row)
        guard let other = values[name] else { return "no \(name)" }
        if !agree(row.estimate.value.number, other, within: tolerance) {
            return "\(name): \(row.estimate.value) and \(String(describing: other))"
        }
    }
    return rows.count == others.count ? nil : "\(rows.count) and \(others.count) rows"
}
