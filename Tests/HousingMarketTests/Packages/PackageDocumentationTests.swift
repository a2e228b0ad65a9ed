import Foundation
import HousingMarket
import Testing

/// Fields, defaults and error texts in the documentation of packages are those of the reader.
@Suite struct PackageDocumentationTests {
    private struct Field: Hashable {
        var lever: String
        var name: String
        var example: String
        var isNeeded: Bool
    }

    private let text: String

    init() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        text = try String(
            contentsOf: root.appendingPathComponent("Documentation/Packages.md"), encoding: .utf8)
    }

    /// The cells of the first table below a heading.
    private func rows(under heading: String) throws -> [[String]] {
        let section = try #require(text.components(separatedBy: "\n## \(heading)\n").dropFirst().first)
        return section.split(separator: "\n").drop { !$0.hasPrefix("|---") }.dropFirst()
            .prefix { $0.hasPrefix("|") }
            .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    }

    private func code(_ cell: String) -> String { cell.trimmingCharacters(in: ["`"]) }

    private func fields() throws -> [Field] {
        try rows(under: "Levers").map { row in
            Field(
                lever: code(row[0].components(separatedBy: " ").last ?? ""), name: code(row[1]),
                example: code(row[2]), isNeeded: row[4] == "needed")
        }
    }

    private func read(_ lines: [String]) throws -> Package {
        let yaml = "package: p\nhorizon: 2035\nmeasures:\n  - " + lines.joined(separator: "\n    ")
        return try Package.read(yaml: yaml, file: "plan.yaml")
    }

    private func message(_ lines: [String]) -> String {
        do {
            _ = try read(lines)
            return "no error"
        } catch { return "\(error)" }
    }

    @Test func everyPackageInTheDocumentIsRead() throws {
        let blocks = text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(blocks.count >= 3)
        for (number, block) in blocks.enumerated() {
            #expect(throws: Never.self) { try Package.read(yaml: block, file: "block \(number + 1)") }
        }
    }

    @Test(arguments: LeverKind.allCases)
    func theTableHasTheFieldsThatTheReaderTakes(kind: LeverKind) throws {
        let mine = try fields().filter { $0.lever == kind.word && $0.name != "–" }
        // A word that is like none makes the reader list the fields that it knows.
        let lines = ["lever: \(kind.word)", "from: 2027"]
        let found = message(lines + ["qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq: 1"])
        let known = try #require(found.components(separatedBy: "there are ").dropFirst().first)
            .trimmingCharacters(in: ["."]).components(separatedBy: ", ")
        let common =
            ["lever", "from", "through", "note"] + (kind.choosesAreas ? ["areas"] : [])
            + (kind.choosesEstates ? ["estates"] : [])
        #expect(known == common + mine.map(\.name), "\(kind.word)")
        let all = mine.map { "\($0.name): \($0.example)" }
        #expect(try read(lines + all).measures[0].lever.kind == kind)
        #expect(try read(["lever: \(kind.code)", "from: 2027"] + all).measures[0].lever.kind == kind)
        for field in mine {
            let others = mine.filter { $0 != field }.map { "\($0.name): \($0.example)" }
            let answer = message(lines + others)
            if field.isNeeded {
                #expect(answer.contains("'\(field.name)': is missing"), "\(kind.word): \(answer)")
            } else {
                #expect(answer == "no error", "\(kind.word) without \(field.name)")
            }
        }
    }

    /// What stands in the last column gives the same package as leaving the field out.
    @Test func theDefaultsAreThoseOfTheReader() throws {
        let all = try fields()
        let defaults = try zip(all, rows(under: "Levers").map { $0[4] })
            .filter { !["needed", "–", "the assumption"].contains($0.1) }
        #expect(defaults.count == 10)
        for (field, value) in defaults {
            let others = all.filter { $0.lever == field.lever && $0 != field }.map {
                "\($0.name): \($0.example)"
            }
            let lines = ["lever: \(field.lever)", "from: 2027"] + others
            #expect(try read(lines) == read(lines + ["\(field.name): \(value)"]), "\(field.name)")
        }
    }

    @Test func theErrorsAreThoseOfTheReader() throws {
        let all = try rows(under: "What is refused")
        #expect(all.count >= 10)
        for row in all {
            let lines = code(row[0]).components(separatedBy: "; ") + ["from: 2027"]
            let found = message(lines)
            #expect(
                found.hasPrefix("plan.yaml, line ") && found.hasSuffix(", \(row[1])"), "\(row[0]): \(found)")
        }
    }

    @Test func theWordsForHomesAreThoseOfTheProgram() throws {
        let words = try rows(under: "Which homes: `estates`").map(\.description).joined()
        for word in BuildingPeriod.allCases.map({ "\($0)" }) + DwellingSize.allCases.map({ "\($0)" }) {
            #expect(words.contains("`\(word)`"), "\(word)")
        }
    }

    @Test func theTwinWithoutDisplacementIsAsDescribed() throws {
        let forcing = [
            ["lever: demolishRebuild", "dwellings: 1", "rebuilt: {socialRent: 1}"],
            ["lever: renovation", "dwellings: 1", "emptied: true"],
            ["lever: mergeSplit", "dwellings: 1", "work: merge"],
        ]
        for lines in forcing {
            #expect(try read(lines + ["from: 2027"]).withoutDisplacement.measures.isEmpty)
        }
        let calm = [
            ["lever: renovation", "dwellings: 1"], ["lever: mergeSplit", "dwellings: 1", "work: split"],
        ]
        for lines in calm {
            #expect(try read(lines + ["from: 2027"]).withoutDisplacement.measures.count == 1)
        }
    }
}
