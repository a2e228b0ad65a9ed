internal import ReferenceFiles

extension ReferenceCalculator {
    /// An ordinal measure in the shape of the file.
    func ordinal(_ index: String, _ table: ContingencyTable, _ parameters: JSONValue?) throws -> JSONValue? {
        guard let definition = MeasureDefinition.ordinal.first(where: { $0.identifier == index }) else {
            return nil
        }
        let degree = parameters?["degree"]?.number.map { Int($0) }
        let rows = try table.ordinalMeasures(degrees: degree.map { [$0] } ?? [])
            .filter { $0.identifier == index }
        if definition.subject == .threshold {
            return .list(rows.map { JSONValue($0.estimate.value.number) })
        }
        return JSONValue(rows.first?.estimate.value.number)
    }

    /// A rank-order index of incomes person by person.
    func personal(_ index: String, _ parameters: JSONValue?) throws -> JSONValue? {
        guard let incomes = try reference.incomes(), let variation = OrdinalVariation(identifier: index),
            let thresholds = parameters?["thresholds"]?.number, let degree = parameters?["degree"]?.number
        else { return nil }
        return JSONValue(
            try incomes.rankOrderIndex(variation, thresholds: Int(thresholds), degree: Int(degree)).number)
    }

    /// The same with segindex's entropy, which moves shares of 0 and 1 by a millionth, so that a unit on one side of a
    /// threshold is not quite uniform.
    func nudgedPersonal(_ entry: JSONValue) throws -> PackageVariant? {
        guard entry["index"]?.text == "rankorder-Hr", let incomes = try reference.incomes(),
            let thresholds = entry["params"]?["thresholds"]?.number,
            let degree = entry["params"]?["degree"]?.number
        else { return nil }
        let value = incomes.rankOrderIndex(.entropy, thresholds: Int(thresholds), degree: Int(degree)) {
            OrdinalVariation.entropy($0 == 0 ? 1e-6 : $0 == 1 ? 1 - 1e-6 : $0)
        }
        return PackageVariant(
            value: JSONValue(value.number),
            remark: "agrees with the package, which takes shares of 0 and 1 as a millionth more and less")
    }

    /// The parts of a difference between two dates.
    func change(_ index: String, _ entry: JSONValue) throws -> JSONValue? {
        let name = index.dropFirst("difference-".count)
        let isDetailed = name == "shapley_detailed_marginal"
        guard let method = isDetailed ? .shapley : ChangeMethod(rawValue: String(name)),
            let before = try reference.datedTable("before"), let after = try reference.datedTable("after"),
            let change = try before.change(to: after, method: method)
        else { return nil }
        var values = ["M1": change.before, "M2": change.after, "diff": change.difference]
        for part in change.parts { values[part.name] = part.value }
        let units = Dictionary(uniqueKeysWithValues: change.unitMarginals.map { ($0.unit, $0.value) })
        return .list(
            (entry["value"]?.list ?? []).map { row in
                let stat = row["stat"]?.text ?? ""
                guard isDetailed else {
                    return .record(["stat": .text(stat), "value": JSONValue(values[stat])])
                }
                let unit = row["unit"]?.label
                return .record([
                    "stat": .text(stat), "unit": unit.map { .text($0) } ?? .null,
                    "value": JSONValue(unit.map { units[$0] } ?? values[stat]),
                ])
            })
    }
}
