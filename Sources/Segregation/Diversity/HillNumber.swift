internal import Foundation

/// How strongly rare groups count in a measure of diversity.
public struct DiversityOrder: Sendable, Hashable {
    /// q: 0 counts groups alike, 1 by their share, 2 mainly the large ones, ∞ only the largest.
    public let q: Double

    /// The number of groups present.
    public static let richness = DiversityOrder(trusted: 0)
    /// The order of Shannon's entropy.
    public static let shannon = DiversityOrder(trusted: 1)
    /// The order of Simpson's concentration.
    public static let simpson = DiversityOrder(trusted: 2)
    /// The order of Berger and Parker, which knows only the largest group.
    public static let largest = DiversityOrder(trusted: .infinity)

    /// An order.
    /// - Throws: ``SegregationError/parameter(name:found:expected:)`` unless it is 0 or more.
    public init(_ q: Double) throws(SegregationError) {
        guard q >= 0 else {
            throw .parameter(name: "order of diversity", found: q, expected: "0 or more")
        }
        self.init(trusted: q)
    }

    private init(trusted q: Double) {
        self.q = q
    }

    var isShannon: Bool { q == 1 }

    /// ln of the Hill number of shares that add up to 1, which is the Rényi entropy.
    func renyiEntropy(_ shares: some Sequence<Double>) -> Double {
        if isShannon { return -shares.reduce(0) { $1 > 0 ? $0 + $1 * log($1) : $0 } }
        if q == .infinity { return -log(shares.max() ?? 1) }
        guard abs(q - 1) < 0.5 else { return log(powerSum(shares)) / (1 - q) }
        // Near 1 both the sum and 1 - q come close to nothing; what the sum differs from 1 keeps its digits.
        let beyond = shares.reduce(0) { $1 > 0 ? $0 + $1 * expm1((q - 1) * log($1)) : $0 }
        return log1p(beyond) / (1 - q)
    }

    /// The Hill number of shares that add up to 1.
    func hillNumber(_ shares: some Sequence<Double>) -> Double {
        q == 0
            ? shares.reduce(0) { $1 > 0 ? $0 + 1 : $0 } : exp(max(0, renyiEntropy(shares)))
    }

    /// Σ p^q over the groups present.
    func powerSum(_ shares: some Sequence<Double>) -> Double {
        shares.reduce(0) { $1 > 0 ? $0 + pow($1, q) : $0 }
    }
}

extension ContingencyTable {
    /// The Hill number (Σ P^q)^(1/(1-q)): how many equally large groups would be as diverse (Hill 1973). 1 to the
    /// number of groups present.
    public func hillNumber(_ order: DiversityOrder) -> MeasuredValue {
        guard let shares = townShares else { return .undefined(.emptyTable) }
        return .defined(order.hillNumber(shares))
    }

    /// The Rényi entropy, ln of the Hill number (Rényi 1961). 0 to ln K.
    public func renyiEntropy(_ order: DiversityOrder, base: LogarithmBase = .natural) -> MeasuredValue {
        guard let shares = townShares else { return .undefined(.emptyTable) }
        return .defined(max(0, order.renyiEntropy(shares)) * base.factor)
    }

    /// The Rényi entropy over its highest value ln K, with K all groups of the table. 0 to 1.
    public func normalisedRenyiEntropy(_ order: DiversityOrder) -> MeasuredValue {
        guard groupCount > 1 else { return .undefined(total > 0 ? .singleGroup : .emptyTable) }
        return renyiEntropy(order).mapped { $0 / log(Double(groupCount)) }
    }

    /// The Hill number of every unit, in the order of the table.
    public func hillNumbersByUnit(_ order: DiversityOrder) -> [MeasuredValue] {
        (0..<unitCount).map { unit in
            let row = counts(inUnit: unit)
            let persons = row.reduce(0, +)
            guard persons > 0 else { return .undefined(.emptyUnit(unitIdentifiers[unit])) }
            return .defined(order.hillNumber(row.lazy.map { $0 / persons }))
        }
    }

    var townShares: [Double]? {
        let totals = groupTotals
        let all = totals.reduce(0, +)
        return all > 0 ? totals.map { $0 / all } : nil
    }
}

extension MeasuredValue {
    /// Another number with the same reason where there is none.
    func mapped(_ formula: (Double) -> Double) -> MeasuredValue {
        switch self {
        case .defined(let number): .defined(formula(number))
        case .undefined: self
        }
    }
}
