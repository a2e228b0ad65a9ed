import Bilingual
import Figures
import Foundation
import Neighbourhoods
import PolicyTheory
import Testing

@testable import Workbench

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Every page, in both languages, from a small made-up town.
@Suite struct PageTests {
    let maker = PageMaker(studio: SmallTown.studio())

    static let paths =
        [
            "/kaart", "/buurt", "/buurt/BU09990003", "/beweringen", "/vragen", "/waargenomen-herkomst",
            "/bronnen", "/verdeling", "/vragen/Q4", "/werkgroepen", "/bewijs", "/bewijs/studie/NL-10",
            "/bewijs/studie/US-03",
            "/bewijs/vragen", "/bewijs/samenvatten",
            "/over", "/rapport", "/schema", "/tegenspraak",
        ] + ["E1", "E8", "E10", "E15"].map { "/schema/\($0)" }
        + Claim.allCases.map { "/beweringen/\($0.rawValue)" }

    private func text(_ path: String, _ query: String = "") -> String {
        String(decoding: maker.page(path: path, query: query).bytes, as: UTF8.self)
    }

    @Test(arguments: paths, ["", "taal=en"])
    func everyPageIsWellFormedAndAnswers(path: String, query: String) {
        let answer = maker.page(path: path, query: query)
        #expect(answer.status == 200)
        #expect(Wellformed.complaint(of: answer.bytes) == nil)
    }

    @Test(arguments: paths, ["", "taal=en"])
    func everyPageSaysThatTheTownIsMadeUp(path: String, query: String) {
        let badge = query.isEmpty ? "Verzonnen gemeente" : "Made-up municipality"
        #expect(text(path, query).contains("class=\"mp-badge\">\(badge)"))
    }

    @Test func aRealTownHasNoBadge() {
        let real = PageMaker(studio: SmallTown.studio(isSynthetic: false))
        let page = String(decoding: real.page(path: "/kaart", query: "").bytes, as: UTF8.self)
        #expect(!page.contains("mp-badge"))
        #expect(!page.contains("Verzonnen gemeente"))
    }

    @Test(arguments: paths, ["", "taal=en"])
    func everyPageHasOneTitleALanguageAndLandmarks(path: String, query: String) {
        let page = text(path, query)
        #expect(page.components(separatedBy: "<h1").count == 2)
        #expect(page.contains("<html lang=\"\(query.isEmpty ? "nl" : "en")\""))
        for landmark in ["<header", "<nav aria-label", "<main id=\"inhoud\"", "<footer", "mp-skip"] {
            #expect(page.contains(landmark), "\(landmark)")
        }
        #expect(!page.contains("<script>"), "scripts in a page are refused by the policy")
        #expect(!page.contains(" style=\""), "styles in a page are refused by the policy")
    }

    @Test(arguments: paths)
    func headingsSkipNoLevel(path: String) {
        var last = 1
        for match in text(path).matches(of: /<h([1-6])[ >]/) {
            let level = Int(match.output.1) ?? 0
            #expect(level <= last + 1, "h\(last) is followed by h\(level)")
            last = level
        }
    }

    @Test func namesFromFilesNeverBecomeMarkup() {
        #expect(text("/kaart").contains("Buurt 0.3 &amp; zo"))
        #expect(!text("/kaart").contains("0.3 & zo"))
    }

    @Test func everyPictureHasAViewBox() {
        for path in Self.paths {
            let page = text(path)
            #expect(
                page.components(separatedBy: "<svg").count == page.components(separatedBy: "viewBox=").count,
                "\(path)")
        }
    }

    @Test func thereIsNoListOfAreasInOrderOfTheirFigures() throws {
        // The table of the map and the list of areas follow code or name; an order by value would be a ranking.
        let scene = Scene(studio: maker.studio, state: PageState())
        let names = try #require(scene.mapFigure()).table.rows.map { row -> String in
            if case .link(let name, _) = row[0] { name } else { "" }
        }
        #expect(names == scene.areas.map(\.name))
        let values = try #require(scene.reading).items.compactMap(\.value.number)
        #expect(values != values.sorted() && values != values.sorted(by: >))
        for path in Self.paths {
            let page = text(path).lowercased()
            for word in [
                "hoogste zes", "ranglijst", "slechtste", "probleemwijk", "achterstandswijk", "kansarm",
            ] {
                #expect(!page.contains(word), "\(path): \(word)")
            }
        }
    }

    @Test func aMissingFigureIsHatchedAndNamedAndNeverZero() throws {
        let table = try #require(Scene(studio: maker.studio, state: PageState()).table(.map))
        let reasons = table.rows.flatMap { $0 }.compactMap { cell -> String? in
            if case .missing(let reason) = cell { reason } else { nil }
        }
        #expect(reasons == ["geheim: te weinig mensen of woningen"])
        #expect(text("/kaart").contains("url(#kaart-hatch)"))
    }

    @Test func unknownPagesAndAreasAreNotFoundInTheReadersLanguage() {
        for path in ["/niets", "/buurt/BU12345678", "/beweringen/C9", "/schema/E99", "/kaart/x"] {
            let answer = maker.page(path: path, query: "taal=en")
            #expect(answer.status == 404)
            #expect(String(decoding: answer.bytes, as: UTF8.self).contains("This page does not exist"))
            #expect(Wellformed.complaint(of: answer.bytes) == nil)
        }
    }

    @Test func theFirstPageIsTheMapWithTheSameChoices() {
        let answer = maker.page(path: "/", query: "taal=en&sel=BU09990003")
        #expect(answer.status == 302)
        #expect(answer.location == "/kaart?taal=en&sel=BU09990003")
    }

    @Test func aMunicipalityOf84AreasStaysFarBelowTheBudget() {
        let large = PageMaker(studio: SmallTown.studio(side: 10))
        // 300 KB is the promise after compression; before it, the page must not exceed 700 KB.
        #expect(large.page(path: "/kaart", query: "sel=BU09990042").bytes.count < 700_000)
    }
}

/// Whether bytes are well-formed XML, which our HTML is on purpose.
enum Wellformed {
    static func complaint(of bytes: [UInt8]) -> String? {
        let parser = XMLParser(data: Data(bytes))
        return parser.parse()
            ? nil : "\(parser.parserError.map { "\($0)" } ?? "?") at line \(parser.lineNumber)"
    }
}
