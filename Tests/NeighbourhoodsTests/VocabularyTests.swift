import Bilingual
import Neighbourhoods
import Testing

@Suite struct VocabularyTests {
    @Test func codesKnowTheirLevelAndParents() {
        let code = AreaCode("  BU0363ME01 ")
        #expect(code.rawValue == "BU0363ME01")
        #expect(code.level == .neighbourhood)
        #expect(code.municipality?.rawValue == "GM0363")
        #expect(code.district?.rawValue == "WK0363ME")
        #expect(AreaCode("WP10").level == nil)
    }

    @Test func identifiersOfVariablesAreUniqueAndBothLanguagesAreThere() {
        let ids = VariableCatalogue.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for variable in VariableCatalogue.all {
            #expect(!variable.name.nl.isEmpty && !variable.name.en.isEmpty)
        }
    }

    @Test func everyVariableThatAnotherTypeNamesExists() {
        let named =
            StockDimension.allCases.flatMap { $0.divisions.joined() }
            + FacilityFunction.allCases.flatMap(\.variables)
            + LowIncomeDefinition.allCases.map(\.variable) + IncomeGrouping.allCases.flatMap(\.variables)
        for id in named { #expect(VariableCatalogue.variable(id) != nil, "\(id.rawValue)") }
    }

    @Test func aColumnKeepsReasonsAndRefusesWhatIsNoNumber() {
        var column = Column([.known(1), .missing(.suppressed), .known(.nan), .known(.infinity)])
        #expect(column.knownCount == 1)
        #expect(column.fillRate == 0.25)
        #expect(column[2] == .missing(.refused))
        column[1] = .known(0)
        #expect(column[1] == .known(0))
        #expect(Column(numbers: [1, .nan], reasons: [0, 0]) == nil)
        let other = Column([.known(1), .known(0), .missing(.refused), .missing(.refused)])
        #expect(column == other && column.hashValue == other.hashValue)
        #expect(Column([.missing(.suppressed)]) != Column([.missing(.notCollected)]))
    }

    @Test func aNormOfAnotherYearIsNeverCarriedOver() {
        #expect(NormTable.shipped.norm("sgeiIncomeLimit.onePerson", year: 2026)?.value == 51_537)
        #expect(NormTable.shipped.norm("sgeiIncomeLimit.onePerson", year: 2023) == nil)
        #expect(NormTable.shipped.rows.allSatisfy { !$0.source.isEmpty })
    }

    @Test func surfaceAndCentreOfAShapeWithAHole() throws {
        let outer = [Point(x: 0, y: 0), Point(x: 10, y: 0), Point(x: 10, y: 10), Point(x: 0, y: 10)]
        let hole = [Point(x: 4, y: 4), Point(x: 4, y: 6), Point(x: 6, y: 6), Point(x: 6, y: 4)]
        let shape = MultiPolygon(polygons: [[outer, hole]])
        #expect(shape.area == 96)
        #expect(shape.centroid == Point(x: 5, y: 5))
        #expect(MultiPolygon(polygons: [[outer.reversed()]]).centroid == Point(x: 5, y: 5))
    }
}
