import DemoTown
import Foundation
import Neighbourhoods
import Testing

@Suite struct TownGapsTests {
    private func area(_ name: String) throws -> AreaCode {
        try #require(shippedData.areas(.neighbourhood).first { $0.name == name }).code
    }

    private func value(_ variable: Variable.ID, _ name: String, _ year: Int = 2022) throws -> Value {
        shippedData.value(variable, of: try area(name), at: .neighbourhood, year: year)
    }

    @Test func incomesOfTheIndustrialAreaAreSecret() throws {
        #expect(try value("income.lowest40", "Ambachtspark") == .missing(.suppressed))
        #expect(try value("crime.total", "Ambachtspark") == .missing(.suppressed))
        #expect(try value("tenure.ownerOccupied", "Ambachtspark").number != nil)
    }

    @Test func threeHouseholdsAreASmallCellThatIsNotShown() throws {
        let code = try area("Rietmoeras")
        #expect(try value("population.households", "Rietmoeras") == .known(3))
        #expect(try value("households.onePerson", "Rietmoeras").number != nil)
        #expect(
            shippedData.shown("households.onePerson", of: code, at: .neighbourhood, year: 2022)
                == .missing(.smallCell))
    }

    @Test func sharesHaveNoMeaningWhereNobodyLives() throws {
        #expect(try value("population.inhabitants", "Stadspark") == .known(0))
        #expect(try value("income.lowest40", "Stadspark") == .missing(.notApplicable))
        #expect(try value("tenure.socialRent", "Stadspark") == .missing(.notApplicable))
        #expect(try value("facility.supermarket.distance", "Stadspark") == .missing(.notApplicable))
        #expect(try value("nuisance.experienced", "Stadspark") == .missing(.notApplicable))
    }

    @Test func theHamletIsTooSmallForTheSurvey() throws {
        #expect(try value("satisfaction.neighbourhood", "Achterakker") == .missing(.suppressed))
        #expect(try value("income.lowest40", "Achterakker").number != nil)
    }

    @Test func theNewEstateHasFiguresOnlyOnceItIsBuilt() throws {
        #expect(try value("income.lowest40", "Nieuwe Gaarde", 2018) == .missing(.suppressed))
        #expect(try value("moving.intention", "Nieuwe Gaarde", 2018) == .missing(.notCollected))
        #expect(try value("income.lowest40", "Nieuwe Gaarde", 2022).number != nil)
        let before = try #require(try value("population.households", "Nieuwe Gaarde", 2018).number)
        let after = try #require(try value("population.households", "Nieuwe Gaarde", 2022).number)
        #expect(after > 10 * before)
    }

    @Test func educationIsKnownForOneYearOnly() {
        #expect(shippedData.years(of: "education.low", at: .neighbourhood) == [2022])
    }

    @Test func surveysHaveMarginsAndRegistersHaveNone() throws {
        for table in shipped.tables where table.level != .nation {
            for series in table.series {
                let isSurvey = series.source.rawValue == "demo-enquete"
                #expect((series.margins != nil) == isSurvey)
                guard let margins = series.margins else { continue }
                for index in 0..<margins.count {
                    #expect((margins[index].number != nil) == (series.values[index].number != nil))
                    if let margin = margins[index].number { #expect(margin > 0 && margin < 0.2) }
                }
            }
        }
        let near = try #require(
            shippedData.series("nuisance.experienced", at: .neighbourhood, year: 2022)?.margins)
        let town = try #require(
            shippedData.series("nuisance.experienced", at: .municipality, year: 2022)?.margins?[0].number)
        #expect(near.numbers.filter { !$0.isNaN }.allSatisfy { $0 > 2 * town })
    }

    @Test func everySourceOfTheTownSaysThatItIsMadeUp() throws {
        for table in shipped.tables {
            for id in Set(table.series.map(\.source)) {
                let source = try #require(shipped.sources.first { $0.id == id })
                // Only the nation has real figures.
                #expect(source.isSynthetic == (table.level != .nation))
                guard source.isSynthetic else { continue }
                #expect(source.title.contains("Synthetisch") && source.title.contains("Synthetic"))
                #expect(source.caveat?.contains("verzonnen") == true)
            }
        }
        for id in shipped.geometries.map(\.source) + shipped.originColumns.map(\.source) {
            #expect(shipped.sources.first { $0.id == id }?.isSynthetic == true)
        }
    }

    @Test func originStandsApart() throws {
        for table in shipped.tables {
            #expect(!table.series.contains { $0.variable.family == "origin" })
        }
        #expect(shipped.originColumns.count == 3 * 3 * DemoTown.years.count)
        for year in DemoTown.years {
            let columns = shipped.originColumns.filter { $0.year == year && $0.level == .neighbourhood }
            #expect(
                columns.map(\.id) == [
                    "origin.cbs2022.netherlands", "origin.cbs2022.europe", "origin.cbs2022.outsideEurope",
                ])
            let inhabitants = try #require(
                shippedData.series("population.inhabitants", at: .neighbourhood, year: year)
            ).values
            for index in 0..<inhabitants.count {
                let sum = columns.reduce(0.0) { $0 + ($1.values[index].number ?? .nan) }
                #expect(abs(sum - (inhabitants[index].number ?? .nan)) <= 10)
            }
        }
    }

    @Test func nothingInTheTownIsMadeFromOrigin() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/DemoTown")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
        #expect(files.count > 10)
        let users = try files.filter { try String(contentsOf: $0, encoding: .utf8).contains("TownOrigins") }
        #expect(Set(users.map(\.lastPathComponent)) == ["TownOrigins.swift", "DemoTown.swift"])
    }
}
