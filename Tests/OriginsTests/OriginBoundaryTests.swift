import Bilingual
import Foundation
import Neighbourhoods
import Testing

/// Origin is observed and never steers. These tests read the project's own sources and fail when a door is opened.
@Suite struct OriginBoundaryTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The only targets that may see the origin of residents: storage, pages and the program that joins them.
    static let allowed: Set<String> = ["ProjectFile", "Workbench", "mengpaneel"]

    /// Target names with the names that their declarations mention, read from the manifest.
    static func dependencies() throws -> [String: [String]] {
        let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
        let start = try #require(manifest.range(of: "targets: [", options: .backwards))
        let declaration =
            /(?:library|tests|executable|target|testTarget|executableTarget)\(\s*(of: |name: )?"([^"]+)"/
        let body = String(manifest[start.upperBound...])
        let matches = body.matches(of: declaration)
        var result: [String: [String]] = [:]
        for (index, match) in matches.enumerated() {
            let end = index + 1 < matches.count ? matches[index + 1].range.lowerBound : body.endIndex
            let rest = body[match.range.upperBound..<end]
            let names = rest.matches(of: /"([A-Za-z-]+)"/).map { String($0.output.1) }
            let isTests = match.output.1 == "of: "
            let name = String(match.output.2)
            result[isTests ? name + "Tests" : name] = names + (isTests ? [name] : [])
        }
        return result
    }

    @Test func onlyStorageAndPagesMayDependOnOrigins() throws {
        let targets = try Self.dependencies()
        #expect(targets["Neighbourhoods"] != nil, "the manifest was not understood")
        for (target, names) in targets.sorted(by: { $0.key < $1.key })
        where names.contains("Origins") && target != "Origins" {
            #expect(
                Self.allowed.contains(target) || target.hasSuffix("Tests"),
                "\(target) must not depend on Origins: origin is observed, never steered by")
        }
        for forbidden in ["PolicyTheory", "HousingMarket", "OpenData", "Neighbourhoods", "Segregation"] {
            #expect(targets[forbidden]?.contains("Origins") != true)
        }
    }

    @Test func noSourceOutsideTheAllowedTargetsImportsOrigins() throws {
        let sources = Self.root.appending(path: "Sources").resolvingSymlinksInPath()
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var read = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            let path = file.resolvingSymlinksInPath().path
            guard let place = path.range(of: "/Sources/") else { continue }
            let target = String(path[place.upperBound...].prefix { $0 != "/" })
            guard target != "Origins", !Self.allowed.contains(target) else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            read += 1
            #expect(
                text.firstMatch(
                    of: /(?m)^\s*(?:public |internal |package |private |@testable )*import Origins\b/)
                    == nil, "\(target)/\(file.lastPathComponent) imports Origins")
        }
        #expect(read > 20, "the sources were not found")
    }

    @Test func theCatalogueOfVariablesHoldsNoOrigin() {
        let words = [
            "origin", "herkomst", "westers", "western", "autochtoon", "allochtoon", "migrant", "migratie",
            "migration", "nationalit", "ethnic", "etnisch", "born", "geboren",
        ]
        for variable in VariableCatalogue.all {
            for text in [variable.id.rawValue, variable.name.nl, variable.name.en, variable.meaning.nl] {
                for word in words {
                    #expect(!text.lowercased().contains(word), "\(variable.id.rawValue): \(text)")
                }
            }
        }
    }
}
