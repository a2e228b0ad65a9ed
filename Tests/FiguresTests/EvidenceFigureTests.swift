import Bilingual
import Testing

@testable import Figures

/// What holds for every figure on evidence, whatever it shows.
@Suite struct EvidenceFigureTests {
    @Test(arguments: Language.allCases)
    func everyFigureIsWellFormedAndDrawnInBothShapes(_ language: Language) {
        for figure in SampleEvidence.all(language) {
            for detail in [Figure.Detail.full, .printed, .compact] {
                let check = XMLCheck(figure.html(detail))
                #expect(check.isWellFormed, "\(figure.frame.id)")
                #expect(check.all("table").count == 1)
                #expect(check.all("script").isEmpty)
                #expect(check.elements.allSatisfy { $0.attributes["style"] == nil })
            }
            guard figure.frame.id != "invloed" else { continue }
            let pictures = XMLCheck(figure.picture).all("svg")
            #expect(pictures.count { $0["class"] == "mp-svg mp-shape-wide" } == pictures.count / 2)
            // Without a style sheet only the wide one is seen.
            let narrow = pictures.filter { $0["class"] == "mp-svg mp-shape-narrow" }
            #expect(narrow.allSatisfy { $0["display"] == "none" })
            #expect(pictures.count { $0["display"] == "none" } == pictures.count / 2)
        }
    }

    @Test func everyIdIsUniqueAndEveryReferenceLeadsSomewhere() {
        for figure in SampleEvidence.all(.dutch) {
            let check = XMLCheck(figure.html())
            let ids = check.elements.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count, "\(figure.frame.id)")
            for value in check.elements.flatMap({ $0.attributes.values }) where value.hasPrefix("url(#") {
                #expect(ids.contains(String(value.dropFirst(5).dropLast())), "\(value)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func everyPictureHasANameADescriptionAndReadingNotes(_ language: Language) {
        for figure in SampleEvidence.all(language) {
            let check = XMLCheck(figure.picture)
            #expect(figure.sentence.hasSuffix("."), "\(figure.sentence)")
            #expect(!figure.frame.seen.isEmpty && !figure.frame.notSaid.isEmpty)
            #expect(check.all("svg").first?["aria-label"]?.contains(figure.sentence) == true)
            let hasLinks = !check.all("a").isEmpty
            #expect(check.all("svg").allSatisfy { $0["role"] == (hasLinks ? "group" : "img") })
            if figure.frame.id != "invloed" { #expect(check.all("desc").count == check.all("svg").count) }
        }
    }

    @Test func notesOfTheCallerAreKept() {
        var frame = SampleEvidence.frame("eigen")
        frame.seen = "Eigen uitleg."
        let figure = Figure.pCurve(frame, bins: [PCurveBin(upper: 0.01, count: 1, expectedAtThirdPower: 0.4)])
        #expect(figure.frame.seen == "Eigen uitleg.")
        #expect(figure.frame.notSaid.hasPrefix("Hoe groot het effect is"))
    }

    /// The padding of a page beside a figure, as on the pages of the workbench.
    @Test(arguments: [320, 360, 390, 620, 671, 672, 768, 1024, 1440, 1920])
    func lettersAreAtLeastTwelvePixels(_ page: Int) throws {
        let place = Double(page - 32)
        for figure in SampleEvidence.all(.dutch) where figure.frame.id != "invloed" {
            let shown = place < PlotLayout.threshold ? "mp-svg mp-shape-narrow" : "mp-svg mp-shape-wide"
            // The widest that the style sheet lets a shape grow, in px.
            let most = place < PlotLayout.threshold ? 28.0 * 16 : 52 * 16
            for picture in XMLCheck(figure.picture).all("svg") where picture["class"] == shown {
                let box = (picture["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
                let size = try #require(Double(picture["font-size"] ?? ""))
                #expect(size * min(place, most) / box[2] >= 12)
            }
        }
        #expect(FigureStyle.css.contains("@container (max-width:\(Int(PlotLayout.threshold) - 1)px)"))
    }

    @Test(arguments: Language.allCases)
    func noTextRunsOutOfItsPictureOrOverAnother(_ language: Language) {
        for figure in SampleEvidence.all(language) + [SampleEvidence.grid(language, domains: 5)] {
            let drawn = DrawnTexts(figure.picture)
            #expect(drawn.isWellFormed && !drawn.texts.isEmpty)
            for (place, text) in drawn.texts.enumerated() {
                let box = drawn.boxes[text.picture]
                #expect(
                    text.baseline > 8 && text.baseline <= box.height, "\(figure.frame.id): \(text.content)")
                if !text.isTurned {
                    #expect(
                        text.left >= -1 && text.right <= box.width + 1, "\(figure.frame.id): \(text.content)")
                }
                for other in drawn.texts[..<place] where text.covers(other) {
                    Issue.record("\(figure.frame.id): \(other.content) | \(text.content)")
                }
            }
        }
    }

    @Test func foreignNamesAreTextAndNeverMarkup() {
        for figure in SampleEvidence.all(.dutch) {
            let html = figure.html().render()
            #expect(!html.contains("<script"), "\(figure.frame.id)")
            #expect(!html.contains("alert('x')"), "\(figure.frame.id)")
        }
        let named = SampleEvidence.all(.dutch).count { $0.table.csv().contains("<script>alert") }
        #expect(named >= 7, "the hostile name must be in the samples")
    }

    @Test func theSameValuesGiveTheSameBytes() {
        for (one, other) in zip(SampleEvidence.all(.english), SampleEvidence.all(.english)) {
            #expect(one.html().renderBytes() == other.html().renderBytes())
        }
    }

    @Test func theCSVHoldsEveryNumberInFull() {
        let csv = SampleEvidence.funnel(.pseudoLimits).table.csv()
        #expect(csv.contains("0.5706") && csv.contains("0.0629"))
        let bubbles = SampleEvidence.bubble().table.csv()
        for weight in ["0.0506", "0.1022", "0.0382"] { #expect(bubbles.contains(weight)) }
        let counts = SampleEvidence.gosh(5_000).table.rows.compactMap { row -> Double? in
            if case .number(let count, _) = row[4] { count } else { nil }
        }
        #expect(counts.reduce(0, +) == 5_000, "every subset is counted once")
        #expect(SampleEvidence.gosh(120).table.rows.count == 120)
        #expect(SampleEvidence.places().table.rows.count == 141)
    }

    @Test func nothingToDrawIsSaidInWords() {
        let measure = SampleEvidence.difference
        let frame = SampleEvidence.frame("leeg")
        let figures = [
            Figure.forestPlot(frame, groups: [], measure: measure),
            .forestPlot(frame, groups: [ForestGroup(title: "x", studies: [])], measure: measure),
            .funnelPlot(frame, studies: [], mean: nil, measure: measure),
            .bubblePlot(
                frame, studies: [], line: [], moderator: "m", moderatorFormat: .number(), measure: measure),
            .baujatPlot(frame, studies: []),
            .leaveOneOut(frame, estimates: [], overall: SampleEvidence.overall, measure: measure),
            .cumulativeForest(frame, steps: [], measure: measure),
            .influencePlot(frame, studies: [], diagnostics: []),
            .goshPlot(frame, subsets: [], measure: measure),
            .pCurve(frame, bins: []), .evidenceGrid(frame, domains: [], rows: []),
            .harvestPlot(frame, designs: [], rows: []),
            .studiesInPlaceAndTime(frame, studies: [], home: "NL"),
            .varianceEstimators(frame, estimates: [], measure: measure),
        ]
        for figure in figures {
            let check = XMLCheck(figure.html())
            #expect(check.isWellFormed)
            #expect(figure.sentence.hasPrefix("Geen "), "\(figure.sentence)")
            #expect(DrawnTexts(figure.picture).texts.map(\.content).contains { $0.hasPrefix("Geen ") })
        }
    }
}

@Test func textsOverEachOtherAreFoundByTheCheck() {
    func drawn(_ x: Double, _ y: Double) -> DrawnTexts {
        DrawnTexts(
            Drawing.svg(
                height: 50, sentence: "", kind: "mp-chart",
                [Drawing.text("gemeente", x: 10, y: 20), Drawing.text("buurt", x: x, y: y, anchor: .end)]))
    }
    func covers(_ check: DrawnTexts) -> Bool { check.texts[1].covers(check.texts[0]) }
    #expect(covers(drawn(60, 20)) && covers(drawn(100, 26)))
    #expect(!covers(drawn(60, 38)) && !covers(drawn(140, 20)))
}
