internal import Foundation
internal import Neighbourhoods

/// Households, ages, incomes and education. Incomes follow the national groups: 40, 40 and 20% by definition.
struct TownPeople {
    struct Year {
        /// Counts per neighbourhood of the five national income groups, lowest first.
        var quintile: [[Int]]
        var low: [Int]
        var socialMinimum: [Int]
        /// Counts of households: one person, without children, with children.
        var household: [[Int]]
        /// Counts of persons: 0–14, 15–64, 65 and over.
        var age: [[Int]]
        /// Counts of persons of 15 and over by education: low, middle, high.
        var education: [[Int]]
        var adults: [Int]
        var welfare: [Int]
        var wealthScore: [Double]
        var wealthSpread: [Double]

        /// The share of households in the lowest 40% of incomes.
        var lowest40: [Double] {
            quintile.map { Double($0[0] + $0[1]) / Double(max(1, $0.reduce(0, +))) }
        }
    }

    static let incomeSecrecyLimit = 100

    let years: [Year]

    init(plan: TownPlan, stock: TownStock, random: TownRandom) {
        let count = stock.years.count
        func field(_ topic: Topic, _ variant: Int = 0, _ smooth: Double = 0.5, _ persistence: Double = 0.96)
            -> Field
        {
            Field(
                topic, variant: variant, over: plan, random: random, years: count, smooth: smooth,
                persistence: persistence)
        }
        let fields = Fields(
            low: field(.income), high: field(.income, 1), lowest: field(.quintile, 0, 0.3),
            poor: field(.lowIncome, 0, 0.3), single: field(.householdType), old: field(.age),
            school: field(.education), benefit: field(.welfare, 0, 0.3), score: field(.wealthScore, 0, 0.3))
        years = stock.years.enumerated().map { Self.year($0.element, fields, $0.offset) }
    }

    private struct Fields {
        var low, high, lowest, poor, single, old, school, benefit, score: Field
    }

    private static func year(_ stock: TownStock.Year, _ fields: Fields, _ year: Int) -> Year {
        let all = stock.households.indices
        let value = stock.value.map { log($0) }.standardised
        let income = Raking.counts(
            all.map { index in
                [
                    2.6 * stock.social[index] + 1.2 * stock.privateRent[index]
                        + 0.34 * fields.low.byYear[year][index],
                    0,
                    1.1 * stock.owner[index] + 0.22 * value[index] + 0.25 * fields.high.byYear[year][index],
                ]
            }, base: stock.households, targets: [0.4, 0.4, 0.2])
        let lowest40 = income.map { $0[0] }
        let part = all.map { Double(lowest40[$0]) / Double(max(1, stock.households[$0])) }
        let quintile1 = Raking.share(
            all.map { 1.2 * part[$0] + 0.2 * fields.lowest.byYear[year][$0] }, base: lowest40, target: 0.5)
        let quintile3 = Raking.share(
            all.map { 1.0 * part[$0] }, base: income.map { $0[1] }, target: 0.5)
        let quintile = all.map { index in
            let first = Int((Double(lowest40[index]) * quintile1[index]).rounded())
            let third = Int((Double(income[index][1]) * quintile3[index]).rounded())
            return [first, lowest40[index] - first, third, income[index][1] - third, income[index][2]]
        }
        func within(_ base: [Int], _ target: Double, _ leaning: (Int) -> Double) -> [Int] {
            zip(Raking.share(all.map(leaning), base: base, target: target), base)
                .map { Int((Double($1) * $0).rounded()) }
        }
        let age = Raking.counts(
            all.map { index in
                [
                    -0.7 * stock.flats[index] - 0.2 * fields.old.byYear[year][index], 0,
                    0.35 * fields.old.byYear[year][index],
                ]
            }, base: stock.inhabitants, targets: year == 0 ? [0.158, 0.654, 0.188] : [0.152, 0.648, 0.200])
        let adults = age.map { $0[1] + $0[2] }
        let education = Raking.counts(
            all.map { index in
                [
                    1.5 * part[index] + 0.25 * fields.school.byYear[year][index], 0,
                    -1.6 * part[index] - 0.35 * fields.school.byYear[year][index],
                ]
            }, base: adults, targets: [0.29, 0.37, 0.34])
        let highlyEducated = education.map { Double($0[2]) / Double(max(1, $0.reduce(0, +))) }
        return Year(
            quintile: quintile,
            low: within(quintile.map { $0[0] }, year == 0 ? 0.42 : 0.36) {
                1.5 * part[$0] + 0.2 * fields.poor.byYear[year][$0]
            },
            socialMinimum: within(quintile.map { $0[0] }, year == 0 ? 0.38 : 0.34) {
                1.6 * part[$0] + 0.25 * fields.poor.byYear[year][$0]
            },
            household: Raking.counts(
                all.map { index in
                    [
                        1.5 * stock.flats[index] + 0.25 * fields.single.byYear[year][index], 0,
                        -0.6 * stock.flats[index] - 0.25 * fields.single.byYear[year][index],
                    ]
                }, base: stock.households, targets: [0.385, 0.285, 0.33]),
            age: age, education: education, adults: adults,
            welfare: within(age.map { $0[1] }, year == 0 ? 0.045 : 0.038) {
                4.0 * part[$0] + 0.25 * fields.benefit.byYear[year][$0]
            },
            wealthScore: all.map {
                1.5 * (0.4 - part[$0]) + 0.5 * (highlyEducated[$0] - 0.34)
                    + 0.06 * fields.score.byYear[year][$0]
            },
            wealthSpread: all.map {
                let split = 4 * part[$0] * (1 - part[$0])
                return 0.62 + 0.35 * split + 0.05 * fields.single.byYear[year][$0]
            })
    }

    /// The figures as they are published. Education is published for the second year only.
    func measurements(year: Int, stock: TownStock.Year) -> [Measurement] {
        let people = years[year]
        let homes = stock.households
        func shares(_ ids: [Variable.ID], _ counts: [[Int]], _ whole: [Int]) -> [Measurement] {
            ids.enumerated().map { place, id in
                Measurement(id, .register, .share(part: counts.map { $0[place] }, whole: whole))
            }
        }
        func income(_ id: Variable.ID, _ part: [Int], _ whole: [Int]) -> Measurement {
            var result = Measurement(id, .income, .share(part: part, whole: whole))
            result.secrecy = .inhabitantsBelow(Self.incomeSecrecyLimit)
            return result
        }
        func score(_ id: Variable.ID, _ values: [Double]) -> Measurement {
            var result = Measurement(id, .income, .mean(values, weights: homes, step: 0.001))
            result.secrecy = .inhabitantsBelow(Self.incomeSecrecyLimit)
            return result
        }
        let quintile = people.quintile
        var result: [Measurement] = [
            income("income.lowest40", quintile.map { $0[0] + $0[1] }, homes),
            income("income.middle40", quintile.map { $0[2] + $0[3] }, homes),
            income("income.highest20", quintile.map { $0[4] }, homes),
            income("income.low", people.low, homes),
            income("income.socialMinimum", people.socialMinimum, homes),
            score("income.seswoa", people.wealthScore),
            score("income.seswoaSpread", people.wealthSpread),
            income("benefits.welfare", people.welfare, stock.inhabitants),
        ]
        for place in 0..<5 {
            result.append(
                income(
                    Variable.ID(rawValue: "income.quintile\(place + 1)"), quintile.map { $0[place] }, homes))
        }
        result += shares(
            ["households.onePerson", "households.withoutChildren", "households.withChildren"],
            people.household, homes)
        result += shares(
            ["population.age0to14", "population.age15to64", "population.age65plus"], people.age,
            stock.inhabitants)
        if year > 0 {
            result += ["education.low", "education.middle", "education.high"].enumerated().map { place, id in
                income(Variable.ID(rawValue: id), people.education.map { $0[place] }, people.adults)
            }
        }
        return result
    }
}
