import Bilingual
import Testing

@testable import Figures

/// What the marks of the figures on evidence say.
@Suite struct EvidenceGeometryTests {
    /// The wide shape, the first of the two.
    private func wide(_ figure: Figure) -> XMLCheck {
        guard case .fragment(let shapes) = figure.picture.node, let first = shapes.first else {
            return XMLCheck(figure.picture)
        }
        return XMLCheck(first)
    }

    @Test func funnelPointsStandLowerWithALargerErrorAndFilledOnesAreHollow() throws {
        let circles = wide(SampleEvidence.funnel(.pseudoLimits)).all("circle")
        #expect(circles.count == 14, "13 studies and one filled; the one without a usable error is not drawn")
        #expect(circles.count { $0["fill"] == "#FFFFFF" } == 1)
        let y = circles.compactMap { Double($0["cy"] ?? "") }
        // Errors of the first four studies: 0.5706, 0.4411, 0.6445, 0.1415.
        #expect(y[2] > y[0] && y[0] > y[1] && y[1] > y[3])
        #expect(
            SampleEvidence.funnel(.pseudoLimits).sentence.contains("1 studie niet getekend, wel in de tabel"))
    }

    @Test func pseudoLimitsMirrorAroundTheMean() throws {
        let studies = [
            FunnelStudy(label: "a", value: 1, standardError: 0.2),
            FunnelStudy(label: "b", value: 3, standardError: 0.5),
        ]
        let check = wide(
            .funnelPlot(
                SampleEvidence.frame("f"), studies: studies, mean: 2, measure: EffectMeasure(name: "x")))
        let lines = check.all("path").compactMap { $0["stroke-dasharray"] == "4 3" ? $0["d"] : nil }
        #expect(lines.count == 2)
        // "M x y l dx dy" from one apex, with opposite steps across.
        let steps = lines.map { line in
            line.dropFirst().flatMap { $0 == "l" ? " " : $0 == "-" ? " -" : String($0) }.split(separator: " ")
                .compactMap { Double(String($0)) }
        }
        #expect(steps[0][0] == steps[1][0] && steps[0][1] == steps[1][1])
        #expect(abs(steps[0][2] + steps[1][2]) <= 0.2 && steps[0][3] == steps[1][3])
    }

    @Test func contourShadesLightenOutwardsFromThePaperInTheMiddle() {
        let shades = FunnelDrawing.shades
        #expect(shades[0] == .paper)
        #expect(shades[1].luminance < shades[2].luminance && shades[2].luminance < shades[3].luminance)
        let legend = XMLCheck(SampleEvidence.funnel(.significanceContours).legend).text
        for part in ["p > 0,10", "0,05–0,10", "0,01–0,05", "p < 0,01"] { #expect(legend.contains(part)) }
    }

    @Test func bubblesHaveAnAreaInProportionToTheirWeight() throws {
        let studies = [4.0, 1, .infinity].enumerated().map {
            BubbleStudy(label: "s\($0)", moderator: Double($0), value: 0.1, weight: $1)
        }
        let figure = Figure.bubblePlot(
            SampleEvidence.frame("b"), studies: studies, line: [], moderator: "m", moderatorFormat: .number(),
            measure: EffectMeasure(name: "x"))
        let circles = wide(figure).all("circle")
        let radii = circles.compactMap { Double($0["r"] ?? "") }
        #expect(radii.prefix(2) == [18, 9])
        #expect(circles.last?["fill"] == "#FFFFFF", "an unknown weight is hollow")
        #expect(figure.table.html().render().contains("gewicht onbekend"))
    }

    @Test func circlesOfTheGridHaveAnAreaInProportionToTheirTrials() {
        let sides = [16, 4, 1].map { count -> Double in
            let figure = Figure.evidenceGrid(
                SampleEvidence.frame("g"), domains: ["a", "b"],
                rows: [
                    EvidenceGridRow(
                        lever: "l",
                        cells: [EvidenceCell(trials: [.positive: 16]), EvidenceCell(trials: [.mixed: count])])
                ])
            // The second circle: its outline starts at the top, "M x y"; its middle is known from the first.
            let tops = wide(figure).all("path").filter { $0["fill"]?.hasPrefix("url(") == true }
                .compactMap { $0["d"]?.dropFirst().split(separator: "l").first?.split(separator: " ").last }
                .compactMap { Double($0) }
            return tops[1] - tops[0]
        }
        // Largest radius 20: the top of a circle of a quarter of the area is 10 lower.
        #expect(sides == [0, 10, 15])
    }

    @Test func countsOfAGridDoNotDependOnTheOrderOfTheirDirections() {
        func grid(_ order: [EvidenceDirection]) -> [UInt8] {
            var trials: [EvidenceDirection: Int] = [:]
            for direction in order { trials[direction] = direction.rawValue.count }
            return Figure.evidenceGrid(
                SampleEvidence.frame("g"), domains: ["a"],
                rows: [EvidenceGridRow(lever: "l", cells: [EvidenceCell(trials: trials)])]
            ).html().renderBytes()
        }
        #expect(grid(EvidenceDirection.allCases) == grid(EvidenceDirection.allCases.reversed()))
    }

    @Test func everyCellOfTheGridLinksInBothShapesAndGapsAreNamed() {
        let figure = SampleEvidence.grid()
        let links = XMLCheck(figure.picture).all("a")
        #expect(links.count == 2 * 96)
        #expect(links.first?["href"] == "/bewijs?maatregel=0&uitkomst=0")
        #expect(links.first?["aria-label"] == "Sloop en nieuwbouw, inkomen, werk: leemte")
        let gaps = DrawnTexts(figure.picture).texts.count { ["leemte", "0"].contains($0.content) }
        let rows = figure.table.rows.count { $0.contains(.text("leemte")) }
        #expect(gaps == 2 * rows && rows == 24)
        #expect(figure.sentence.contains("24 van de 96 vakken leemte"))
    }

    @Test func moreOutcomesThanFitGoIntoASecondMatrix() {
        let names = (1...20).map { "uitkomst \($0)" }
        let figure = Figure.evidenceGrid(
            SampleEvidence.frame("g"), domains: names,
            rows: [
                EvidenceGridRow(lever: "l", cells: names.map { _ in EvidenceCell(trials: [.negative: 2]) })
            ])
        #expect(DrawnTexts(figure.picture).texts.count { $0.content == "2" } == 40)
    }

    @Test func directionsDifferInSignPatternAndTintAndNoneIsLouder() {
        let all = EvidenceDirection.allCases
        #expect(Set(all.map(\.sign)).count == all.count)
        let patterns = Set(all.map { $0.pattern(id: "x").render() })
        #expect(patterns.count == all.count)
        let main = all.filter { $0 != .unclear }
        let light = main.map(\.tint.luminance)
        #expect((light.max() ?? 0) - (light.min() ?? 0) < 0.16, "equal weight: \(light)")
        for one in main {
            #expect(Colour.ink.contrast(with: one.tint) >= 4.5)
            #expect(Colour.muted.contrast(with: one.tint) >= 3, "\(one)")
            for other in main where other != one {
                for reader in ColourVision.allCases {
                    #expect(reader.difference(one.tint, other.tint) >= 8, "\(one) \(other) \(reader)")
                }
            }
        }
    }

    @Test func verificationReadsInGrey() {
        let fills = EvidenceVerification.allCases.map(\.fill.luminance)
        #expect(fills[0] > fills[1] + 0.2 && fills[1] > fills[2] + 0.2)
    }

    @Test func harvestBarsAreAllDrawnAndTallerForAStrongerDesign() throws {
        let figure = Figure.harvestPlot(
            SampleEvidence.frame("h"), designs: ["zwak", "sterk"],
            rows: [
                HarvestRow(
                    domain: "d",
                    bars: [
                        HarvestBar(
                            label: "a", direction: .positive, design: 0, verification: .fullText, papers: 8),
                        HarvestBar(label: "b", direction: .positive, design: 1, verification: .unverified),
                    ])
            ])
        let bars = wide(figure).all("rect")
        #expect(bars.map { $0["fill"] } == ["#083F4B", "#FFFFFF"])
        let heights = bars.compactMap { Double($0["height"] ?? "") }
        #expect(heights == [23, 32])
        #expect(DrawnTexts(figure.picture).texts.contains { $0.content == "8" })
        let sample = SampleEvidence.harvest()
        #expect(XMLCheck(sample.picture).all("rect").count == 2 * sample.table.rows.count)
        for text in [figure.sentence, figure.legend.render(), figure.table.caption] {
            #expect(text.contains("Aantallen, geen groottes."))
        }
    }

    @Test func everyStudyIsADotAndTheHomeCountryComesFirst() {
        let figure = Figure.studiesInPlaceAndTime(
            SampleEvidence.frame("p", .english),
            studies: [
                PlacedStudy(label: "a", country: "US", year: 1899),
                PlacedStudy(label: "b", country: "Netherlands", year: 2020),
                PlacedStudy(label: "c", country: "US", year: nil),
            ], home: "Netherlands")
        #expect(XMLCheck(figure.picture).all("circle").count == 6)
        let names = DrawnTexts(figure.picture).texts.map(\.content)
        let home = names.firstIndex(of: "Netherlands") ?? .max
        #expect(home < names.firstIndex(of: "US") ?? 0)
        #expect(names.contains("1994"), "older studies share the first period, which says so")
        #expect(figure.sentence == "3 studies from 1899 to 2020: 1 from Netherlands, 2 from elsewhere.")
    }

    @Test func aPCurveSaysItsSharesAndShowsItsCounts() {
        let figure = SampleEvidence.pCurve()
        #expect(
            figure.sentence
                == "17 significante uitkomsten: p ≤ 0,01 65%, p ≤ 0,02 18%, p ≤ 0,03 12%, p ≤ 0,04 0%, p ≤ 0,05 6%."
        )
        let counts = DrawnTexts(figure.picture).texts.map(\.content)
        for count in ["11", "3", "2", "0", "1"] { #expect(counts.contains(count)) }
    }

    @Test func influentialStudiesGetADiamondAndTheirNumberInEveryPanel() {
        let figure = SampleEvidence.influence()
        #expect(figure.sentence.hasSuffix("opvallend: 4 = Hart & Sutherland, 8 = TPT Madras."))
        let check = XMLCheck(figure.picture)
        #expect(check.all("svg").count == 8)
        #expect(check.all("path").count { $0["stroke"] == Colour.focus.hex } == 16)
        #expect(figure.table.html().render().contains("niet te schatten"))
    }

    /// Boxes as left, top, right, bottom.
    private func touches(_ one: [Double], _ other: [Double]) -> Bool {
        one[0] < other[2] - 0.2 && other[0] < one[2] - 0.2 && one[1] < other[3] - 0.2
            && other[1] < one[3] - 0.2
    }

    @Test func noBarOrDotCoversAnother() {
        for figure in [SampleEvidence.harvest(), SampleEvidence.places()] {
            guard case .fragment(let shapes) = figure.picture.node else {
                Issue.record("two shapes")
                continue
            }
            for shape in shapes {
                let check = XMLCheck(shape)
                let number = { (mark: [String: String], name: String) in Double(mark[name] ?? "") ?? .nan }
                let boxes =
                    check.all("rect").map { mark -> [Double] in
                        let (x, y) = (number(mark, "x"), number(mark, "y"))
                        return [x, y, x + number(mark, "width"), y + number(mark, "height")]
                    }
                    + check.all("circle").map { mark -> [Double] in
                        let (x, y, r) = (number(mark, "cx"), number(mark, "cy"), number(mark, "r"))
                        return [x - r, y - r, x + r, y + r]
                    }
                #expect(boxes.count > 100)
                for (place, box) in boxes.enumerated() {
                    #expect(!boxes[..<place].contains { touches($0, box) }, "\(figure.frame.id) \(box)")
                }
            }
        }
    }
}
