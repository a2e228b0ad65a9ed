internal import Foundation

/// How much a difference counts between units that are several borders apart.
public enum StepDecay: Sendable, Equatable {
    /// exp(-β (k - 1)) at k steps.
    case exponential(Double)
    /// k^-β at k steps.
    case reciprocal(Double)

    func weight(at step: Int) -> Double {
        switch self {
        case .exponential(let beta): exp(-beta * Double(step - 1))
        case .reciprocal(let beta): pow(Double(step), -beta)
        }
    }

    var label: String {
        switch self {
        case .exponential(let beta): "exp(-\(beta)*(k-1))"
        case .reciprocal(let beta): "k^-\(beta)"
        }
    }

    var beta: Double {
        switch self {
        case .exponential(let beta), .reciprocal(let beta): beta
        }
    }
}

extension MeasureDefinition {
    /// Dissimilarity less differences with neighbours of neighbours, see
    /// ``ContingencyTable/dissimilarityOverSteps(_:decay:countsCorners:geography:)``.
    public static let stepwise: [MeasureDefinition] = [
        place(
            "D-adj-Morrill-K-vs-rest", "D(adj,K)", "dissimilarity less differences over up to K borders",
            "ongelijke spreiding, met aftrek van verschillen over ten hoogste K grenzen", .environment,
            .group, nil,
            "Morrill 1991; Tivadar 2019"),
        place(
            "D-adj-Morrill-K-matrix", "D(adj,K)",
            "dissimilarity of two groups less differences over up to K borders",
            "ongelijke spreiding van twee groepen, met aftrek van verschillen over ten hoogste K grenzen",
            .environment, .pair, nil, "Morrill 1991; Tivadar 2019"),
    ]
}

extension ContingencyTable {
    /// Morrill's dissimilarity with neighbours up to K steps away: D - Σ w(k) mean |p - p'| over pairs k steps apart
    /// (Morrill 1991; Tivadar 2019). With K = 1 it is D(adj).
    /// - Parameters:
    ///   - steps: K, 1 or more; steps at which no pair is left add nothing.
    ///   - decay: how much k steps count.
    ///   - countsCorners: whether units that share a corner only are neighbours.
    ///   - geography: the neighbours.
    /// - Throws: places in another order than the rows, or a parameter out of range.
    /// - Complexity: units times the units within K steps.
    public func dissimilarityOverSteps(
        _ steps: Int, decay: StepDecay = .exponential(1), countsCorners: Bool = false,
        geography: UnitGeography
    ) throws(SegregationError) -> [MeasureRow] {
        guard (1...100).contains(steps) else {
            throw .parameter(name: "steps", found: Double(steps), expected: "between 1 and 100")
        }
        guard decay.beta >= 0, decay.beta.isFinite else {
            throw .parameter(name: "beta", found: decay.beta, expected: "0 or more")
        }
        let places = try InhabitedPlaces(self, geography)
        let parameters = [
            MeasureParameter("K", "\(steps)"), MeasureParameter("decay", decay.label),
            MeasureParameter("contiguity", countsCorners ? "queen" : "rook"),
        ]
        let pairs = places.contacts.map { contacts in
            StepPairs(
                contacts.filter { countsCorners || $0.length > 0 }, units: places.count, steps: steps)
        }
        func row(_ identifier: String, _ columns: [Int], _ value: MeasuredValue) -> MeasureRow {
            let value = places.total > 0 ? value : .undefined(.emptyTable)
            return MeasureRow(
                identifier: identifier, groups: columns.map { groups[$0] }, parameters: parameters,
                estimate: Estimate(
                    value: value, intervalAbsence: value.number == nil ? .undefinedMeasure : .notDrawn,
                    units: places.count, persons: places.total))
        }
        func value(_ members: [Double], _ others: [Double]) -> MeasuredValue {
            guard let pairs else { return .undefined(.notGiven(.contacts)) }
            guard pairs.hasNeighbours else { return .undefined(.noNeighbours) }
            let (own, rest) = (members.reduce(0, +), others.reduce(0, +))
            let d = zip(members, others).reduce(0.0) { $0 + abs($1.0 / own - $1.1 / rest) } / 2
            let shares = zip(members, others).map { $0 + $1 > 0 ? $0 / ($0 + $1) : 0 }
            return .defined(
                (1...steps).reduce(d) { $0 - decay.weight(at: $1) * pairs.meanDifference(shares, at: $1) })
        }
        let columns = 0..<groupCount
        return columns.map { group in
            let name = groups[group].rawValue
            if places.groupTotals[group] == 0 {
                return row("D-adj-Morrill-K-vs-rest", [group], .undefined(.absentGroup(name)))
            }
            if places.groupTotals[group] == places.total {
                return row("D-adj-Morrill-K-vs-rest", [group], .undefined(.noRest(name)))
            }
            return row(
                "D-adj-Morrill-K-vs-rest", [group],
                value(places.members(of: group), places.others(than: group)))
        }
            + columns.flatMap { of in
                columns.map { to in
                    for column in [of, to] where places.groupTotals[column] == 0 {
                        return row(
                            "D-adj-Morrill-K-matrix", [of, to],
                            .undefined(.absentGroup(groups[column].rawValue)))
                    }
                    return row(
                        "D-adj-Morrill-K-matrix", [of, to],
                        of == to ? .defined(0) : value(places.members(of: of), places.members(of: to)))
                }
            }
    }
}

/// Pairs of units by the number of borders between them.
private struct StepPairs {
    /// Pairs at k steps stand at place k - 1, every pair once.
    private var pairs: [[(Int, Int)]]

    var hasNeighbours: Bool { !pairs[0].isEmpty }

    init(_ contacts: [UnitContact], units: Int, steps: Int) {
        var neighbours = [[Int]](repeating: [], count: units)
        for contact in contacts {
            neighbours[contact.first].append(contact.second)
            neighbours[contact.second].append(contact.first)
        }
        pairs = [[(Int, Int)]](repeating: [], count: steps)
        var seen = [Int](repeating: -1, count: units)
        for origin in 0..<units {
            seen[origin] = origin
            var front = [origin]
            for step in 0..<steps where !front.isEmpty {
                var next: [Int] = []
                for unit in front {
                    for neighbour in neighbours[unit] where seen[neighbour] != origin {
                        seen[neighbour] = origin
                        next.append(neighbour)
                        if neighbour > origin { pairs[step].append((origin, neighbour)) }
                    }
                }
                front = next
            }
        }
    }

    func meanDifference(_ shares: [Double], at step: Int) -> Double {
        let pairs = pairs[step - 1]
        guard !pairs.isEmpty else { return 0 }
        return pairs.reduce(0.0) { $0 + abs(shares[$1.0] - shares[$1.1]) } / Double(pairs.count)
    }
}
