import Bilingual
import Neighbourhoods
import Testing

@testable import PolicyTheory

@Suite struct MeasureTests {
    @Test func oneSidednessRunsFromNoneToAll() throws {
        var town = Town()
        town.add("type.singleFamily") { $0 == 0 ? 1 : $0 == 1 ? 0.5 : 0.8 }
        town.add("type.multiFamily") { $0 == 0 ? 0 : $0 == 1 ? 0.5 : 0.2 }
        let measure = try #require(StockHomogeneity.of(town.dataset(), at: .neighbourhood))
        #expect(measure.values[0] == .known(1))
        #expect(abs((measure.values[1].number ?? 1) - 0) < 1e-12)
        // -(0.8 ln 0.8 + 0.2 ln 0.2) / ln 2 = 0.721928...
        #expect(abs((measure.values[2].number ?? 0) - (1 - 0.7219280948873623)) < 1e-12)
        #expect(measure.notes.first?.nl.contains("eigendomsvorm") == true)
    }

    @Test func aHalfKnownStockHasNoValue() throws {
        var town = Town()
        town.add("type.singleFamily") { $0 == 0 ? nil : $0 == 1 ? 0.2 : 0.8 }
        town.add("type.multiFamily") { $0 == 1 ? 0.1 : 0.2 }
        let measure = try #require(StockHomogeneity.of(town.dataset(), at: .neighbourhood))
        #expect(measure.values[0].number == nil)
        #expect(measure.values[1].number == nil)
        #expect(measure.values[2].number != nil)
    }

    @Test func facilitiesAreZeroOnAverageAndBetterWhenNearer() throws {
        let measure = try #require(FacilityAccess.of(Town.withAreaTypes.dataset(), at: .neighbourhood))
        let level = try #require(measure.municipalLevel)
        #expect(abs(level) < 1e-12)
        #expect((measure.values[0].number ?? 1) < 0)
        #expect((measure.values[30].number ?? -1) > 0)
    }

    @Test func whatResidentsSayOfFacilitiesIsUsedOnlyWithoutDistances() throws {
        let said = Town().adding("facilitySatisfaction.shops") { 0.5 + 0.4 * Town.wander($0) }
        let opinion = try #require(FacilityAccess.of(said.dataset(), at: .neighbourhood))
        #expect(opinion.data.map(\.variable) == ["facilitySatisfaction.shops"])
        #expect(opinion.notes.contains { $0.nl.contains("wat bewoners ervan vinden") })
        let both = said.adding("facility.supermarket.distance") { 1 + Town.wander($0) }
        let reach = try #require(FacilityAccess.of(both.dataset(), at: .neighbourhood))
        #expect(reach.data.map(\.variable) == ["facility.supermarket.distance"])
    }

    @Test func mixingFollowsTheDefinition() throws {
        let data = Town.withIncomes.dataset()
        let three = try #require(IncomeMix.of(data, definition: .lowest40, at: .neighbourhood))
        #expect(three.data.count == 3)
        let two = try #require(IncomeMix.of(data, definition: .lowIncome, at: .neighbourhood))
        #expect(abs((two.values[10].number ?? 0) - 0.4) < 1e-12)
        #expect(IncomeMix.of(data, definition: .socialMinimum, at: .neighbourhood) == nil)
    }

    @Test func rankCorrelationWithTiesIsTheTextbooks() throws {
        let draws = AreaDraws(areas: 4, draws: 99, seed: 1)
        let association = try #require(RankAssociation([1, 2, 2, 4], [1, 3, 2, 4], draws: draws))
        // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: 4.5 / sqrt(4.5 * 5).
        #expect(abs(association.correlation - 4.5 / 22.5.squareRoot()) < 1e-12)
    }

    @Test func partialCorrelationIsTheTextbooks() throws {
        let x = [1.0, 2, 3, 4, 5, 6]
        let y = [2.0, 1, 4, 3, 6, 5]
        let z = [1.0, 3, 2, 5, 4, 6]
        let draws = AreaDraws(areas: 6, draws: 99, seed: 1)
        let plain = { (a: [Double], b: [Double]) in
            // Without ties: 1 - 6 sum of squared differences / (n (n² - 1)).
            1 - 6 * zip(a, b).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / 210
        }
        let (xy, xz, yz) = (plain(x, y), plain(x, z), plain(y, z))
        let expected = (xy - xz * yz) / ((1 - xz * xz) * (1 - yz * yz)).squareRoot()
        let association = try #require(RankAssociation(x, y, holding: z, draws: draws))
        #expect(abs(association.correlation - expected) < 1e-12)
    }

    @Test func aDrawIsRankedAsIfItsAreasWereWrittenOut() throws {
        // Ties within both rows, and more of them in every draw.
        let x = (0..<30).map { area -> Double in Double(area * 7 % 11) }
        let y = zip(x, (0..<30).map { Double($0 * 5 % 13) }).map { $0 / 2 + $1 }
        let draws = AreaDraws(areas: 30, draws: 199, seed: 5)
        let written = draws.values { times in
            let rows = (0..<30).flatMap { area -> [Int] in [Int](repeating: area, count: Int(times[area])) }
            return Self.spearman(rows.map { x[$0] }, rows.map { y[$0] })
        }.sorted()
        let association = try #require(RankAssociation(x, y, draws: draws))
        #expect(abs(association.correlation - Self.spearman(x, y)) < 1e-12)
        // 199 draws: the 2.5% and 97.5% quantiles lie at places 4.95 and 193.05 of 0...198.
        let lower = written[4] + 0.95 * (written[5] - written[4])
        let upper = written[193] + 0.05 * (written[194] - written[193])
        #expect(abs(try #require(association.uncertainty.lower) - lower) < 1e-9)
        #expect(abs(try #require(association.uncertainty.upper) - upper) < 1e-9)
    }

    /// Spearman's correlation the slow way: mid-ranks by counting, then Pearson's correlation of them.
    static func spearman(_ x: [Double], _ y: [Double]) -> Double {
        let ranks = { (row: [Double]) -> [Double] in
            row.map { value -> Double in
                let below = row.count(where: { $0 < value })
                let same = row.count(where: { $0 == value })
                return Double(below) + Double(same + 1) / 2
            }
        }
        let mean = Double(x.count + 1) / 2
        let a = ranks(x).map { $0 - mean }
        let b = ranks(y).map { $0 - mean }
        let product = { (one: [Double], other: [Double]) -> Double in
            one.indices.reduce(0.0) { $0 + one[$1] * other[$1] }
        }
        return product(a, b) / (product(a, a) * product(b, b)).squareRoot()
    }

    @Test func aMapShowsTheSameAreasThatTheCardsSpeakOf() throws {
        let town = Town.withAreaTypes.adding("crime.total") { $0 < 20 ? 80 : 40 }
        let types = AreaTypes.of(town.dataset(), settings: settings)
        let concentration = try #require(types.concentration)
        #expect(concentration.count(.inside) == 20)
        #expect(concentration.memberships.prefix(20).allSatisfy { $0 == .inside })
        #expect(
            finding(.crime, town).headlines.first?.levels?.areasInside == concentration.count(.inside))
        #expect(types.stockAndFacilities?.count(.outside) == 20)
        #expect(AreaTypes.of(Town().dataset(), settings: settings).concentration == nil)
    }

    @Test func aDrawHoldsAsManyAreasAsTheTown() {
        let draws = AreaDraws(areas: 84, draws: 200, seed: 3)
        let sizes = draws.values { times in times.reduce(0.0) { $0 + Double($1) } }
        #expect(sizes.allSatisfy { $0 == 84 })
        let firsts = draws.values { times in Double(times[0]) }
        let mean = firsts.reduce(0, +) / 200
        // Each area comes once a draw on average; 200 Poisson-like counts have a standard error of 0.07.
        #expect(abs(mean - 1) < 0.3)
    }

    @Test func aFigureThatHangsOnOneAreaHasNoInterval() {
        let draws = AreaDraws(areas: 10, draws: 999, seed: 1)
        let uncertainty = draws.uncertainty { times in times[0] > 0 ? 1 : .nan }
        #expect(uncertainty.reason != nil)
    }

    @Test func figuresAreWrittenInTheReadersLanguage() {
        #expect(FigureUnit.difference(.share).text(0.031, .dutch) == "+3,1 procentpunt")
        #expect(FigureUnit.difference(.share).text(-0.031, .english) == "\u{2212}3.1 percentage points")
        #expect(FigureUnit.level(.share).text(0.384, .dutch) == "38,4%")
        #expect(FigureUnit.level(.perThousand).text(45.62, .english) == "45.6 per 1,000")
        #expect(FigureUnit.correlation.text(from: -0.1, to: 0.2, .dutch) == "\u{2212}0,10 tot 0,20")
    }
}
