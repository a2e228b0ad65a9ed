internal import Foundation

/// Segregation between local environments in place of units (Reardon and O'Sullivan 2004): what a resident finds around
/// the home, near neighbours counting more, weighed by the residents of the unit itself.
struct EnvironmentMeasures {
    private let places: InhabitedPlaces
    /// The share of every group around every unit, unit after unit.
    private let shares: [Double]

    /// - Parameter own: the weight of a unit's own residents; above 0, so that every environment holds someone.
    init(_ places: InhabitedPlaces, sums: NeighbourSums, own: Double) {
        let groups = places.groupCount
        self.places = places
        var shares = [Double](repeating: 0, count: places.count * groups)
        for unit in 0..<places.count {
            var all = 0.0
            for group in 0..<groups { all += sums.count(of: group, around: unit, own: own, in: places) }
            for group in 0..<groups {
                shares[unit * groups + group] =
                    sums.count(of: group, around: unit, own: own, in: places) / all
            }
        }
        self.shares = shares
    }

    /// 1 - Σ t Ẽ / (T E).
    func informationTheoryIndex() -> MeasuredValue {
        let city = (0..<places.groupCount).reduce(0.0) { $0 - Self.term(cityShare($1)) }
        return multigroup {
            let mean = meanOverPersons { unit in
                (0..<places.groupCount).reduce(0.0) { $0 - Self.term(share($1, around: unit)) }
            }
            return 1 - mean / city
        }
    }

    /// 1 - Σ t Ĩ / (T I).
    func relativeDiversity() -> MeasuredValue {
        multigroup {
            let mean = meanOverPersons { unit in
                (0..<places.groupCount).reduce(0.0) {
                    $0 + share($1, around: unit) * (1 - share($1, around: unit))
                }
            }
            return 1 - mean / interaction
        }
    }

    /// Σ Σ t |π̃ - P| / (2 T I).
    func dissimilarity() -> MeasuredValue {
        multigroup {
            let mean = meanOverPersons { unit in
                (0..<places.groupCount).reduce(0.0) { $0 + abs(share($1, around: unit) - cityShare($1)) }
            }
            return mean / (2 * interaction)
        }
    }

    /// Σ (x/X) π̃: the share of one group in the environment of a member of another.
    func exposure(of: Int, to: Int) -> MeasuredValue {
        let members = places.groupTotals[of]
        guard members > 0 else { return .undefined(.absentGroup(places.table.groups[of].rawValue)) }
        let sum = (0..<places.count).reduce(0.0) {
            $0 + places.count(of: of, in: $1) * share(to, around: $1)
        }
        return .defined(sum / members)
    }

    private var interaction: Double {
        (0..<places.groupCount).reduce(0.0) { $0 + cityShare($1) * (1 - cityShare($1)) }
    }

    private func share(_ group: Int, around unit: Int) -> Double {
        shares[unit * places.groupCount + group]
    }

    private func cityShare(_ group: Int) -> Double { places.groupTotals[group] / places.total }

    private func meanOverPersons(_ value: (Int) -> Double) -> Double {
        (0..<places.count).reduce(0.0) { $0 + places.totals[$1] * value($1) } / places.total
    }

    private static func term(_ share: Double) -> Double { share > 0 ? share * log(share) : 0 }

    private func multigroup(_ value: () -> Double) -> MeasuredValue {
        guard places.total > 0 else { return .undefined(.emptyTable) }
        guard places.groupTotals.count(where: { $0 > 0 }) > 1 else { return .undefined(.singleGroup) }
        return .defined(value())
    }
}
