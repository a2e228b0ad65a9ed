extension MeasureDefinition {
    /// Every measure of diversity that asks for an order q, see ``ContingencyTable/diversityMeasures(orders:weighting:)``.
    public static let diversityOfOrder: [MeasureDefinition] = [
        ofOrder(
            "hill-number", "qD", "number of equally large groups", "aantal even grote groepen", .table,
            "Hill 1973"),
        ofOrder("renyi-entropy", "qH", "Rényi entropy", "Rényi-entropie", .table, "Rényi 1961", lowest: 0),
        ofOrder(
            "renyi-entropy-normalised", "qH / ln K", "Rényi entropy as a share of its highest value",
            "Rényi-entropie als aandeel van de hoogste waarde", .table, "Rényi 1961", lowest: 0, highest: 1),
        ofOrder(
            "hill-alpha", "qDα", "number of equally large groups in a typical unit",
            "aantal even grote groepen in een doorsnee gebied", .table, "Jost 2007"),
        ofOrder(
            "hill-beta", "qDβ", "number of wholly different units", "aantal geheel verschillende gebieden",
            .table,
            "Jost 2007", direction: .moreSegregated),
        ofOrder(
            "hill-gamma", "qDγ", "number of equally large groups in all units together",
            "aantal even grote groepen in alle gebieden samen", .table, "Jost 2007"),
        ofOrder(
            "local-hill-number", "qD_i", "number of equally large groups in a unit",
            "aantal even grote groepen in een gebied", .unit, "Hill 1973"),
    ]

    private static func ofOrder(
        _ identifier: String, _ symbol: String, _ english: String, _ dutch: String, _ subject: MeasureSubject,
        _ paper: String, lowest: Double = 1, highest: Double? = nil, direction: MeasureDirection = .moreVaried
    ) -> MeasureDefinition {
        MeasureDefinition(
            identifier: identifier, symbol: symbol, english: english, dutch: dutch, family: .diversity,
            subject: subject, lowest: lowest, highest: highest, direction: direction, correction: .none,
            paper: paper)
    }
}

extension ContingencyTable {
    /// Every measure of ``MeasureDefinition/diversityOfOrder`` as tidy rows, for each order.
    /// - Parameters:
    ///   - orders: 0, 1 and 2 if left out.
    ///   - weighting: how units count in α, β and γ.
    public func diversityMeasures(
        orders: [DiversityOrder] = [.richness, .shannon, .simpson], weighting: UnitWeighting = .persons
    ) -> [MeasureRow] {
        let used = unitTotals.count { $0 > 0 }
        let all = total
        return MeasureDefinition.diversityOfOrder.flatMap { definition in
            orders.flatMap { order -> [MeasureRow] in
                var parameters = [MeasureParameter("q", "\(order.q)")]
                func row(_ value: MeasuredValue, unit: Int? = nil) -> MeasureRow {
                    let absence: IntervalAbsence =
                        value.number == nil ? .undefinedMeasure : unit == nil ? .notDrawn : .valueOfOneUnit
                    return MeasureRow(
                        identifier: definition.identifier, groups: [], unit: unit.map { unitIdentifiers[$0] },
                        parameters: parameters,
                        estimate: Estimate(
                            value: value, intervalAbsence: absence, units: unit == nil ? used : 1,
                            persons: unit.map { counts(inUnit: $0).reduce(0, +) } ?? all))
                }
                switch definition.identifier {
                case "hill-number": return [row(hillNumber(order))]
                case "renyi-entropy":
                    parameters.append(.naturalBase)
                    return [row(renyiEntropy(order))]
                case "renyi-entropy-normalised": return [row(normalisedRenyiEntropy(order))]
                case "local-hill-number":
                    return hillNumbersByUnit(order).enumerated().map { row($1, unit: $0) }
                default:
                    parameters.append(MeasureParameter("weights", weighting.rawValue))
                    let split = diversityPartition(order, weighting: weighting)
                    let values = ["hill-alpha": split.alpha, "hill-gamma": split.gamma]
                    return [row(values[definition.identifier] ?? split.beta)]
                }
            }
        }
    }
}
