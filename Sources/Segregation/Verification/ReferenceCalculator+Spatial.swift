internal import ReferenceFiles

extension ReferenceCalculator {
    /// A spatial measure in the shape of the file.
    func spatial(
        _ index: String, _ table: ContingencyTable, _ groups: [Group], _ parameters: JSONValue?
    ) throws -> JSONValue? {
        guard MeasureDefinition.spatial.contains(where: { $0.identifier == index }) else { return nil }
        let geography = try reference.geography(distanceUnit: parameters?["distance_unit"]?.number ?? 1)
        let rows = try table.spatialMeasures(
            [index], geography: geography, options: options(parameters, table))
        return shape(rows.filter { matches($0, parameters) }, groups)
    }

    private func options(_ parameters: JSONValue?, _ table: ContingencyTable) -> SpatialOptions {
        var options = SpatialOptions()
        options.decay = parameters?["beta"]?.number ?? 1
        options.selfDistance = parameters?["self_distance"]?.number == 0 ? .none : .rootOfArea
        options.centre = (parameters?["center_unit"]?.number).map { table.unitIdentifiers[Int($0)] }
        if let power = parameters?["power"]?.number {
            options.environments = [
                EnvironmentKernel(decay: power, reach: parameters?["maxdist"]?.number)
            ]
        }
        return options
    }

    /// Whether a row is the variant asked for.
    private func matches(_ row: MeasureRow, _ parameters: JSONValue?) -> Bool {
        ["contiguity", "perimeter", "proximity"].allSatisfy { name in
            row.parameters.first { $0.name == name }?.value == parameters?[name]?.text
        }
    }

    /// One value, one per group, or a row per group.
    func shape(_ rows: [MeasureRow], _ groups: [Group]) -> JSONValue {
        func value(_ wanted: [Group]) -> JSONValue {
            JSONValue(rows.first { $0.groups == wanted }?.estimate.value.number)
        }
        guard let subject = rows.first?.groups.count, subject > 0 else { return value([]) }
        if subject == 1 { return .list(groups.map { value([$0]) }) }
        return .list(groups.map { of in .list(groups.map { value([of, $0]) }) })
    }
}
