internal import Foundation

/// Clustering: how near members of a group live to each other (White 1983; Massey and Denton 1988; Morgan
/// 1983).
///
/// All of it follows from the sums of weighted counts around every unit: P_ab = Σ Σ a_i b_j c_ij / (AB).
struct ProximityMeasures {
    private let places: InhabitedPlaces
    /// Σ_i x_ig Σ_j c_ij x_jh, group after group.
    private let meetings: [Double]
    /// Σ_i Σ_j c_ij.
    private let weight: Double
    /// Σ_i t_i Σ_{j≠i} c_ij t_j: 0 when every unit is out of reach of all others.
    private let reach: Double
    /// Σ_i x_ig Σ_j K_ij π_jh with K_ij = c_ij t_j / Σ c_ij t_j; empty where only meetings are known.
    private let environments: [Double]

    /// - Parameters:
    ///   - meetings: weighted counts over pairs of different units.
    ///   - own: the weight of a unit's own residents, per unit.
    ///   - environments: what only sums per unit can tell.
    init(
        _ places: InhabitedPlaces, meetings: GroupMeetings, own: [Double], environments: [Double] = []
    ) {
        let groups = places.groupCount
        var pairs = meetings.pairs
        var weight = meetings.weight
        for unit in 0..<places.count {
            weight += own[unit]
            for of in 0..<groups {
                let members = own[unit] * places.count(of: of, in: unit)
                guard members > 0 else { continue }
                for to in 0..<groups { pairs[of * groups + to] += members * places.count(of: to, in: unit) }
            }
        }
        self.places = places
        self.meetings = pairs
        self.weight = weight
        self.environments = environments
        reach = meetings.pairs.reduce(0, +)
    }

    /// - Parameters:
    ///   - sums: weighted counts around every unit, without its own.
    ///   - own: the weight of a unit's own residents, per unit.
    init(_ places: InhabitedPlaces, sums: NeighbourSums, own: [Double]) {
        let groups = places.groupCount
        var environments = [Double](repeating: 0, count: groups * groups)
        for unit in 0..<places.count {
            var all = own[unit] * places.totals[unit]
            for group in 0..<groups { all += sums.counts[unit * groups + group] }
            guard all > 0 else { continue }
            for of in 0..<groups {
                let members = places.count(of: of, in: unit)
                guard members > 0 else { continue }
                for to in 0..<groups {
                    let near = sums.count(of: to, around: unit, own: own[unit], in: places)
                    environments[of * groups + to] += members * near / all
                }
            }
        }
        self.init(
            places, meetings: GroupMeetings(of: places, sums: sums), own: own, environments: environments)
    }

    /// P_ab, the mean proximity of members of two groups.
    func proximity(_ of: Int, _ to: Int) -> MeasuredValue {
        guarded([of, to]) { meeting(of, to) / (places.groupTotals[of] * places.groupTotals[to]) }
    }

    /// Σ X P_xx / (T P_tt).
    func spatialProximity() -> MeasuredValue {
        guarded([]) {
            var sum = 0.0
            for group in 0..<places.groupCount where places.groupTotals[group] > 0 {
                sum += meeting(group, group) / places.groupTotals[group]
            }
            return sum / (places.total * all(Array(0..<places.groupCount)))
        }
    }

    /// P_xx / P_tt.
    func spatialProximity(_ group: Int) -> MeasuredValue {
        guarded([group]) {
            let own = meeting(group, group) / (places.groupTotals[group] * places.groupTotals[group])
            return own / all(Array(0..<places.groupCount))
        }
    }

    /// (X P_xx + Y P_yy) / (T P_tt) with T the persons of both groups.
    func spatialProximity(_ of: Int, _ to: Int) -> MeasuredValue {
        if of == to { return guarded([of]) { 1 } }
        return guarded([of, to]) {
            let first = places.groupTotals[of]
            let second = places.groupTotals[to]
            return (meeting(of, of) / first + meeting(to, to) / second) / ((first + second) * all([of, to]))
        }
    }

    /// {Σ (x/X) Σ c x - (X/n²) ΣΣ c} / {Σ (x/X) Σ c t - (X/n²) ΣΣ c}.
    func absoluteClustering(_ group: Int) -> MeasuredValue {
        guarded([group]) {
            let members = places.groupTotals[group]
            let even = members / Double(places.count) / Double(places.count) * weight
            let own = meeting(group, group) / members
            let everyone = (0..<places.groupCount).reduce(0) { $0 + meeting(group, $1) } / members
            return (own - even) / (everyone - even)
        }
    }

    /// P_xx / P_yy - 1.
    func relativeClustering(_ of: Int, _ to: Int) -> MeasuredValue {
        if of == to { return guarded([of]) { 0 } }
        return guarded([of, to]) {
            let first = meeting(of, of) / (places.groupTotals[of] * places.groupTotals[of])
            let second = meeting(to, to) / (places.groupTotals[to] * places.groupTotals[to])
            return first / second - 1
        }
    }

    /// Σ (x_i/X) Σ K_ij y_j/t_j: the share of a group in the surroundings of a member of another.
    func environment(_ of: Int, _ to: Int) -> MeasuredValue {
        precondition(!environments.isEmpty, "environments need sums per unit")
        return guarded([of]) { environments[of * places.groupCount + to] / places.groupTotals[of] }
    }

    private func meeting(_ of: Int, _ to: Int) -> Double { meetings[of * places.groupCount + to] }

    /// P_tt of the groups together.
    private func all(_ groups: [Int]) -> Double {
        var sum = 0.0
        var persons = 0.0
        for of in groups {
            persons += places.groupTotals[of]
            for to in groups { sum += meeting(of, to) }
        }
        return sum / (persons * persons)
    }

    private func guarded(_ groups: [Int], _ value: () -> Double) -> MeasuredValue {
        guard places.total > 0 else { return .undefined(.emptyTable) }
        for group in groups where places.groupTotals[group] == 0 {
            return .undefined(.absentGroup(places.table.groups[group].rawValue))
        }
        guard places.count > 1 else { return .undefined(.singleUnit) }
        guard reach > 0 else { return .undefined(.outOfReach) }
        let number = value()
        return number.isFinite ? .defined(number) : .undefined(.divisionByZero)
    }
}
