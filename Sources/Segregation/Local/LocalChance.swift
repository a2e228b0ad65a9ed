internal import Foundation
internal import Stochastics

/// What one unit would look like if nobody segregated and the sizes of units and groups stayed as they are.
public struct LocalChance: Sendable, Equatable {
    /// One group in the unit.
    public struct GroupChance: Sendable, Equatable {
        /// The group.
        public let group: Group
        /// Its members in the unit.
        public let members: Double
        /// The members to be expected, t P.
        public let expected: Double
        /// The standard deviation of the members under chance.
        public let standardDeviation: Double
        /// The chance of at least as many members.
        public let atLeast: Double
        /// The chance of at most as many members.
        public let atMost: Double
        /// The two-sided p-value, twice the smaller chance and at most 1; never 0.
        public var pValue: Double { min(1, 2 * min(atLeast, atMost)) }
        /// The p-value raised for the number of units and groups.
        public internal(set) var adjustedPValue: Double
    }

    /// The identifier of the unit.
    public let unit: String
    /// The persons in the unit.
    public let persons: Double
    /// Σ π ln(π/P), how far the unit departs from the whole, in nats.
    public let segregation: MeasuredValue
    /// What chance alone gives; an exact finite sum. Weighted by persons these add up to the expectation of M.
    public let expected: Double?
    /// What is left when chance is taken out: ``segregation`` minus ``expected``.
    public var excess: Double? {
        guard let value = segregation.number, let expected else { return nil }
        return value - expected
    }
    /// The groups, in the order of the table; none for a unit without persons.
    public let groups: [GroupChance]
}

extension ContingencyTable {
    /// What chance alone gives in every unit, in the order of the table: the count of a group in a unit is then
    /// hypergeometric.
    /// - Parameter adjustment: how p-values are raised for the number of all units and groups together.
    /// - Returns: `nil` when the counts are not whole or nobody lives in the table.
    /// - Complexity: per unit and group about 17 standard deviations of terms.
    public func localChance(adjustment: PValueAdjustment = .benjaminiHochberg) -> [LocalChance]? {
        let totals = groupTotals
        let all = totals.reduce(0, +)
        guard holdsWholeNumbers, all > 0 else { return nil }
        let local = LocalMeasures(of: self).segregation
        let townTerms = totals.reduce(0) { $1 > 0 ? $0 + $1 / all * log($1 / all) : $0 }
        let sizes = unitTotals
        let terms = EntropyTerms(upTo: sizes.max() ?? 0)
        var units = unitIdentifiers.indices.map { unit -> LocalChance in
            let name = unitIdentifiers[unit]
            let persons = sizes[unit]
            guard persons > 0 else {
                return LocalChance(
                    unit: name, persons: 0, segregation: .undefined(.emptyUnit(name)), expected: nil,
                    groups: [])
            }
            var cells = 0.0
            let chances = totals.indices.map { group -> LocalChance.GroupChance in
                let law = Hypergeometric(total: all, marked: totals[group], drawn: persons)
                cells += terms.withTerms { term in law.expectation { term($0) } }
                return chance(law, group: group, members: counts[unit * groupCount + group])
            }
            // E Σ π ln π - Σ P ln P, as E π = P.
            let expected = max(0, (cells - persons * log(persons)) / persons - townTerms)
            return LocalChance(
                unit: name, persons: persons,
                segregation: local[unit].map { .defined($0) } ?? .undefined(.emptyUnit(name)),
                expected: expected,
                groups: chances)
        }
        let adjusted = adjustment.adjusted(units.flatMap { $0.groups.map(\.pValue) })
        var place = 0
        for unit in units.indices {
            units[unit] = units[unit].adjusted(by: adjusted[place..<place + units[unit].groups.count])
            place += units[unit].groups.count
        }
        return units
    }

    private func chance(_ law: Hypergeometric, group: Int, members: Double) -> LocalChance.GroupChance {
        let tails = law.expectation { number in
            SIMD2(number >= members ? 1 : 0, number <= members ? 1 : 0)
        }
        // The walk over the law ends where terms no longer count beside the mode; a tail beyond it is at least its first term.
        let least = max(law.probability(members), .leastNonzeroMagnitude)
        let chance = LocalChance.GroupChance(
            group: groups[group], members: members, expected: law.mean,
            standardDeviation: max(0, law.variance).squareRoot(), atLeast: min(1, max(tails.x, least)),
            atMost: min(1, max(tails.y, least)), adjustedPValue: 1)
        return chance
    }
}

extension LocalChance {
    fileprivate func adjusted(by pValues: ArraySlice<Double?>) -> LocalChance {
        LocalChance(
            unit: unit, persons: persons, segregation: segregation, expected: expected,
            groups: zip(groups, pValues).map { chance, pValue in
                var chance = chance
                chance.adjustedPValue = pValue ?? chance.pValue
                return chance
            })
    }
}
