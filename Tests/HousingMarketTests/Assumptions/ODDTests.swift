import Foundation
import HousingMarket
import Testing

/// The protocol names all design concepts, and its sizes and outcomes are those of the program.
@Suite struct ODDTests {
    private let text: String

    init() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        text = try String(contentsOf: root.appendingPathComponent("Documentation/ODD.md"), encoding: .utf8)
    }

    @Test func theProtocolHasAllElevenDesignConcepts() {
        for concept in [
            "Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction", "Sensing",
            "Interaction", "Stochasticity", "Collectives", "Observation",
        ] { #expect(text.contains("- **\(concept).**"), "section 4 lacks '\(concept)'") }
    }

    /// The second column of the table below `heading`, added up.
    private func bytes(under heading: String) throws -> Int {
        let section = try #require(text.components(separatedBy: heading).dropFirst().first)
        let rows = section.split(separator: "\n").drop { !$0.hasPrefix("|---") }.dropFirst()
            .prefix { $0.hasPrefix("|") }
        return rows.reduce(0) { sum, row in
            let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            return sum + (cells.count > 1 ? Int(cells[1]) ?? 0 : 0)
        }
    }

    @Test func theBytesOfHomesAndHouseholdsAreThoseOfTheProgram() throws {
        let home = MemoryLayout<DwellingTraits>.stride + MemoryLayout<Int32>.stride
        #expect(try bytes(under: "### Home: \(home) bytes") == home)
        let state = TownState(dwellings: [], households: [], homes: [])
        func size<Element>(_ array: [Element]) -> Int { MemoryLayout<Element>.stride }
        let later = size(state.households) + size(state.homes) + size(state.keys) + size(state.returnAreas)
        let first = later + size(state.initialHomes) + size(state.initialQuintiles)
        let heading = "### Household: \(first) bytes at the start, \(later) for one that comes later"
        #expect(try bytes(under: heading) == first)
    }

    @Test func everyAssumptionHasItsPlaceInASubmodel() throws {
        let submodels = try #require(
            text.components(separatedBy: "## 7 Submodels").last?
                .components(separatedBy: "<!-- assumptions -->").first)
        let concepts = try #require(text.components(separatedBy: "## 7 Submodels").first)
        for id in AssumptionID.allCases {
            #expect(submodels.contains("`\(id)`") || concepts.contains("`\(id)`"), "no rule names \(id)")
        }
    }
}
