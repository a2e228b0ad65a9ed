internal import Foundation
internal import Stochastics

extension ConsumptionModel {
    /// Choices drawn from the model, the same for the same seed.
    ///
    /// For given noise the best quantities follow from one threshold: projects enter by falling psi / price
    /// as long as that is above it (Pinjari & Bhat 2009).
    /// - Parameters:
    ///   - parameters: beta, then ln gamma per project.
    ///   - prices: price per project for each person.
    ///   - budgets: budget for each person, above 0.
    /// - Throws: ``GroupDecisionError`` if lengths do not fit or a price or budget is not above 0.
    public func simulated(
        at parameters: [Double], prices: [[Double]], budgets: [Double], seed: UInt64
    ) throws -> [ConsumptionChoice] {
        guard parameters.count == parameterCount else {
            throw GroupDecisionError.wrongLength(
                what: "the list of parameters", found: parameters.count, expected: parameterCount)
        }
        guard prices.count == budgets.count else {
            throw GroupDecisionError.wrongLength(
                what: "the list of prices", found: prices.count, expected: budgets.count)
        }
        let worth = baselines(parameters)
        let gamma = parameters.suffix(projectCount).map { exp($0) }
        return try budgets.indices.map { person in
            guard prices[person].count == projectCount, prices[person].allSatisfy({ $0 > 0 }),
                budgets[person] > 0
            else {
                throw GroupDecisionError.outOfRange(
                    what: "the prices or budget of person \(person)", found: "another length or 0 or less",
                    expected: "\(projectCount) prices and a budget above 0")
            }
            var stream = RandomStream(
                seed: seed, entity: UInt32(truncatingIfNeeded: person), purpose: .simulatedChoice)
            func noise() -> Double { -log(-log(stream.openUnit())) }
            let outside = exp(noise())
            let psi = worth.map { exp($0 + noise()) }
            let quantities = Self.best(
                outside: outside, psi: psi, gamma: gamma, prices: prices[person], budget: budgets[person])
            return ConsumptionChoice(quantities: quantities, prices: prices[person], budget: budgets[person])
        }
    }

    /// The quantities with the highest utility for given psi.
    static func best(
        outside: Double, psi: [Double], gamma: [Double], prices: [Double], budget: Double
    ) -> [Double] {
        let order = psi.indices.sorted {
            let (a, b) = (psi[$0] / prices[$0], psi[$1] / prices[$1])
            return a == b ? $0 < $1 : a > b
        }
        // The threshold is the worth of one more unit of money.
        var (top, bottom) = (outside, budget)
        var entered: [Int] = []
        for project in order where psi[project] / prices[project] > top / bottom {
            top += gamma[project] * psi[project]
            bottom += gamma[project] * prices[project]
            entered.append(project)
        }
        let threshold = top / bottom
        var quantities = psi.map { _ in 0.0 }
        for project in entered {
            quantities[project] = max(0, gamma[project] * (psi[project] / (prices[project] * threshold) - 1))
        }
        return quantities
    }
}

extension DrawPurpose {
    /// Choices simulated from a model.
    static let simulatedChoice = DrawPurpose(rawValue: 71)
}
