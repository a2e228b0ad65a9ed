internal import ReferenceFiles

/// Computes what an entry of a reference file asks for.
struct ReferenceCalculator {
    let reference: ReferenceCase

    /// The value in the shape of the file, or `nil` where this version does not cover the entry.
    func value(of entry: JSONValue) throws -> JSONValue? {
        guard let index = entry["index"]?.text else { return nil }
        let parameters = entry["params"]
        if index.hasPrefix("difference-") { return try change(index, entry) }
        guard let table = try reference.table(parameters?["data"]?.text) else {
            return try personal(index, parameters)
        }
        let groups = (entry["groups"]?.labels ?? []).map(Group.init(rawValue:))
        let base = try logarithmBase(parameters?["base"])
        switch index {
        case "M", "H": return try information(index, table, parameters, base)
        case "D":
            guard groups.count == 2 else { return nil }
            return JSONValue(try table.dissimilarity(of: groups[0], from: groups[1]).number)
        case "entropy":
            guard let subject = (parameters?["of"]?.text).flatMap(EntropySubject.init) else { return nil }
            return JSONValue(table.entropy(of: subject, base: base).number)
        case "within-table": return try withinTable(table, parameters, base, expected: entry["value"])
        case "nested": return try nested(table, parameters, base)
        default: break
        }
        if let value = try expectation(index, table) { return value }
        if let value = try spatial(index, table, groups, parameters) { return value }
        if let value = try ordinal(index, table, parameters) { return value }
        if let value = try profile(index, table, groups, parameters) { return value }
        if let value = try implicitEgohoods(index, table, groups, parameters) { return value }
        return try aspatial(index, table, groups, parameters, expected: entry["value"])
    }

    private func logarithmBase(_ value: JSONValue?) throws -> LogarithmBase {
        guard let base = value?.number else { return .natural }
        return try LogarithmBase(base)
    }

    private func information(
        _ index: String, _ table: ContingencyTable, _ parameters: JSONValue?, _ base: LogarithmBase
    ) throws -> JSONValue? {
        var table = table
        if let level = parameters?["within"]?.text {
            guard let labels = reference.labels(level), parameters?["unit"]?.text == "unit" else {
                return nil
            }
            let part = try table.segregationWithinTotal(labels, level: level, base: base)
            return JSONValue(index == "M" ? part.mutualInformation : part.entropyIndex)
        }
        if let level = parameters?["unit"]?.text, level != "unit" {
            guard let labels = reference.labels(level) else { return nil }
            table = try table.grouped(by: labels, level: level)
        }
        let value = index == "M" ? table.mutualInformation(base: base) : table.informationTheoryIndex()
        return JSONValue(value.number)
    }

    private func withinTable(
        _ table: ContingencyTable, _ parameters: JSONValue?, _ base: LogarithmBase, expected: JSONValue?
    ) throws -> JSONValue? {
        guard let level = parameters?["within"]?.text, let labels = reference.labels(level) else {
            return nil
        }
        let parts = try table.segregationWithin(labels, level: level, base: base)
        // Files may order areas by another alphabet; the names decide which part belongs where.
        let byName = Dictionary(uniqueKeysWithValues: parts.map { ($0.label, $0) })
        let names = expected?[level]?.labels ?? parts.map(\.label)
        let ordered = names.compactMap { byName[$0] }
        guard ordered.count == parts.count else { return .list(parts.map { .text($0.label) }) }
        return .record([
            level: .list(ordered.map { .text($0.label) }),
            "M": .list(ordered.map { .number($0.mutualInformation) }),
            "p": .list(ordered.map { .number($0.share) }),
            "H": .list(ordered.map { .number($0.entropyIndex) }),
            "ent_ratio": .list(ordered.map { .number($0.entropyRatio) }),
        ])
    }

    private func nested(
        _ table: ContingencyTable, _ parameters: JSONValue?, _ base: LogarithmBase
    ) throws -> JSONValue? {
        guard let names = parameters?["levels"]?.labels, names.last == "unit" else { return nil }
        var levels: [(name: String, labels: [String])] = []
        for name in names.dropLast() {
            guard let labels = reference.labels(name) else { return nil }
            levels.append((name, labels))
        }
        let parts = try table.nestedSegregation(levels, base: base)
        return .list(
            parts.flatMap { part in
                [("M", JSONValue(part.mutualInformation)), ("H", JSONValue(part.entropyIndex))].map {
                    stat, value in
                    .record([
                        "between": .text(part.between), "within": .text(part.within.joined(separator: ", ")),
                        "stat": .text(stat), "value": value,
                    ])
                }
            })
    }

    /// What chance alone gives; in tables of two groups the first is compared with the second.
    private func expectation(_ index: String, _ table: ContingencyTable) throws -> JSONValue? {
        let first = table.groups[0]
        switch index {
        case "M-expected-fixed-margins-exact": return JSONValue(table.expectedMutualInformation())
        case "H-expected-fixed-margins-exact": return JSONValue(table.expectedInformationTheoryIndex())
        case "D-expected-fixed-margins-exact":
            return JSONValue(try table.expectedDissimilarity(of: first, from: .rest, under: .fixedMargins))
        case "D-expected-binomial-exact":
            return JSONValue(try table.expectedDissimilarity(of: first, from: .rest, under: .binomial))
        case "D-density-corrected":
            return JSONValue(try table.densityCorrectedDissimilarity(of: first, from: .rest).number)
        case "D-modified-Carrington-Troske-exact":
            return JSONValue(try table.chanceCorrectedDissimilarity(of: first, from: .rest, under: .binomial))
        default: return nil
        }
    }

    private func aspatial(
        _ index: String, _ table: ContingencyTable, _ groups: [Group], _ parameters: JSONValue?,
        expected: JSONValue?
    ) throws -> JSONValue? {
        guard let definition = MeasureDefinition.all.first(where: { $0.identifier == index }) else {
            return nil
        }
        let shapes = parameters?["b"]?.number.map { [$0] } ?? []
        switch definition.subject {
        case .table:
            guard let scalar = AspatialLayout.Scalar(identifier: index) else { return nil }
            return JSONValue(table.value(scalar).number)
        case .group:
            let result = AspatialResult(of: table, atkinsonShapes: shapes)
            let values = try groups.map { group -> JSONValue in
                let column = try table.column(of: group)
                if index == "Atkinson-vs-rest" {
                    return JSONValue(shapes.isEmpty ? nil : result.value(atkinson: 0, group: column).number)
                }
                if index == "D-density-corrected-vs-rest" {
                    return JSONValue(try table.densityCorrectedDissimilarity(of: group, from: .rest).number)
                }
                return JSONValue(
                    AspatialLayout.PerGroup(identifier: index).flatMap {
                        result.value($0, group: column).number
                    })
            }
            return expected?.list == nil ? values.first : .list(values)
        case .pair:
            guard let matrix = AspatialLayout.Matrix(identifier: index) else { return nil }
            let result = AspatialResult(of: table, atkinsonShapes: [])
            let columns = try groups.map { try table.column(of: $0) }
            return .list(
                columns.map { of in
                    .list(columns.map { JSONValue(result.value(matrix, of: of, to: $0).number) })
                })
        case .unit, .groupInUnit:
            return local(index, table, groups, expected: expected)
        case .threshold:
            return nil
        }
    }

    /// Local values; files list either all units or only those with persons.
    private func local(
        _ index: String, _ table: ContingencyTable, _ groups: [Group], expected: JSONValue?
    ) -> JSONValue? {
        let measures = LocalMeasures(of: table)
        let listsAll = expected?.list?.count == table.unitCount
        let units = table.unitTotals.indices.filter { listsAll || measures.shares[$0] != nil }
        if let values = measures.values(of: index) { return .list(units.map { JSONValue(values[$0]) }) }
        let columns = groups.compactMap { table.groups.firstIndex(of: $0) }
        return .list(
            units.map { unit in
                .list(columns.map { JSONValue(measures.locationQuotients[unit * table.groupCount + $0]) })
            })
    }
}
