import Bilingual
import Testing

@testable import Figures

/// The forest plot and its kin.
@Suite struct ForestPlotTests {
    private let measure = EffectMeasure(name: "g", range: -1...1)

    private func study(
        _ value: Double, _ interval: ClosedRange<Double>? = nil, weight: Double? = nil
    ) -> ForestStudy {
        ForestStudy(label: "s", value: .value(value), interval: interval, weight: weight)
    }

    private func wide(_ figure: Figure) -> XMLCheck {
        guard case .fragment(let shapes) = figure.picture.node, let first = shapes.first else {
            return XMLCheck(figure.picture)
        }
        return XMLCheck(first)
    }

    private func forest(_ studies: [ForestStudy], overall: ForestSummary? = nil) -> Figure {
        .forestPlot(
            SampleEvidence.frame("f"), groups: [ForestGroup(studies: studies)], overall: overall,
            measure: measure)
    }

    /// The squares of studies, without the grounds of texts.
    private func squares(_ check: XMLCheck) -> [[String: String]] {
        check.all("rect").filter { $0["stroke"] == Colour.ink.hex }
    }

    @Test func squaresHaveAnAreaInProportionToTheWeight() {
        let check = wide(forest([study(0, weight: 0.8), study(0, weight: 0.2), study(0, weight: 0)]))
        let sides = squares(check).compactMap { Double($0["width"] ?? "") }
        #expect(sides == [14, 7, 4], "a quarter of the weight is half the side; none keeps the smallest")
    }

    @Test(arguments: [Double.infinity, .nan, -1])
    func aWeightThatIsNoneIsAnOpenSquareAndNamed(_ weight: Double) {
        let figure = forest([study(0.1, weight: weight), study(0.2, weight: 0.5)])
        #expect(squares(wide(figure)).first?["fill"] == Colour.paper.hex)
        #expect(figure.table.csv().contains("gewicht onbekend"))
        #expect(DrawnTexts(figure.picture).texts.contains { $0.content == "?" })
    }

    @Test func anIntervalThatLeavesTheAxisEndsInAnArrow() {
        func arrows(_ interval: ClosedRange<Double>) -> Int {
            wide(forest([study(0.1, interval)])).all("path").count { $0["fill"] == Colour.ink.hex }
        }
        #expect(arrows(-0.5...0.5) == 0)
        #expect(arrows(-0.5...1.5) == 1)
        #expect(arrows(-.infinity ... .infinity) == 2)
        #expect(arrows(-1e300...1e300) == 2)
        #expect(arrows(2...3) == 1, "wholly outside")
    }

    @Test func anEstimateOutsideTheAxisIsAnArrowAndKeepsItsFigure() {
        let figure = forest([study(7, 6...8), study(0)])
        #expect(squares(wide(figure)).count == 1)
        #expect(DrawnTexts(figure.picture).texts.contains { $0.content.hasPrefix("+7,00 [") })
    }

    @Test func theDiamondIsAsWideAsTheInterval() throws {
        let figure = forest(
            [study(0.1), study(0.3)],
            overall: ForestSummary(
                value: .value(0.25), interval: 0...0.5, prediction: PredictionInterval(-0.5...1, name: "PI")))
        let check = wide(figure)
        let diamond = try #require(check.all("path").first { $0["fill"] == Colour.accentDark.hex }?["d"])
        let numbers = diamond.dropFirst().dropLast()
            .flatMap { $0 == "l" ? " " : $0 == "-" ? " -" : String($0) }.split(separator: " ")
            .compactMap { Double(String($0)) }
        // M left, then steps to the top, the right end and the bottom.
        let bar = try #require(check.all("rect").first { $0["fill"] == Palette.diverging[4].hex })
        let barLeft = try #require(Double(bar["x"] ?? ""))
        let barWidth = try #require(Double(bar["width"] ?? ""))
        #expect(abs(numbers[2] + numbers[4] - barWidth / 3) < 0.3, "0.5 against 1.5 of the axis")
        #expect(abs(numbers[0] - (barLeft + barWidth / 3)) < 0.3)
        #expect(DrawnTexts(figure.picture).texts.contains { $0.content == "PI" })
    }

    @Test func oneStudyHasNoSummary() {
        let summary = ForestSummary(value: .value(0.1), interval: 0...0.2)
        let figure = Figure.forestPlot(
            SampleEvidence.frame("f"),
            groups: [ForestGroup(title: "A", studies: [study(0.1, 0...0.2)], summary: summary)],
            overall: summary,
            measure: measure)
        #expect(wide(figure).all("path").isEmpty, "no diamond")
        #expect(DrawnTexts(figure.picture).texts.count { $0.content == "k = 1: geen samenvatting" } == 4)
        #expect(figure.sentence.contains("k = 1: geen samenvatting"))
        #expect(figure.table.csv().contains("k = 1: geen samenvatting"))
    }

    @Test func groupAndOverallDiamondsDiffer() {
        let fills = wide(SampleEvidence.groupedForest()).all("path").compactMap { $0["fill"] }
        #expect(fills.count { $0 == Colour.accentDark.hex } == 1)
        #expect(fills.count { $0 == SequentialPalette.teal.colours[1].hex } == 1)
    }

    @Test func theFootGivesHeterogeneityAndMethod() {
        let words = DrawnTexts(SampleEvidence.forest(.english).picture).texts.map(\.content).joined(
            separator: " ")
        for part in [
            "k\u{A0}=\u{A0}13", "τ²\u{A0}=\u{A0}0.313", "I²\u{A0}=\u{A0}92%", "Q\u{A0}=\u{A0}152.23",
            "(df 12, p < 0.001)", "REML, Hartung-Knapp",
        ] { #expect(words.contains(part), "\(part)") }
    }

    @Test func logRatiosAreWrittenAsRatiosAroundOne() {
        let figure = SampleEvidence.forest()
        #expect(
            figure.sentence
                == "13 studies; schattingen van 0,20 tot 1,56; samengenomen 0,49 [0,33; 0,73], "
                + "95%-voorspellingsinterval (t, k − 2) [0,13; 1,78].")
        let texts = DrawnTexts(figure.picture).texts.map(\.content)
        #expect(texts.contains("1") && texts.contains("0,1") && !texts.contains("0"))
    }

    @Test func theSentenceOfALinearPlotIsThis() {
        #expect(
            SampleEvidence.groupedForest().sentence
                == "6 studies in 3 groepen; 1 studie niet getekend, wel in de tabel; schattingen van −0,06 tot +0,11; "
                + "samengenomen +0,03 [−0,02; +0,07], 80%-voorspellingsinterval (t, k\u{A0}−\u{A0}2) [−0,10; +0,16]."
        )
    }

    @Test func studiesKeepTheOrderOfTheCaller() {
        let names = ["c", "a", "b"]
        let figure = forest(names.map { ForestStudy(label: $0, value: .value(0)) })
        #expect(DrawnTexts(figure.picture).texts.map(\.content).filter(names.contains) == names + names)
        #expect(figure.table.rows.map { $0[0] } == names.map { .text($0) })
    }

    @Test(arguments: [61, 500])
    func manyStudiesAreSpreadOverSheetsWithoutLoss(_ count: Int) {
        let figure = SampleEvidence.largeForest(count)
        let sheets = (count + 39) / 40
        let check = XMLCheck(figure.picture)
        #expect(check.all("svg").count == 2 * sheets)
        #expect(squares(check).count == 2 * count)
        #expect(figure.table.rows.count == count + 1)
        let texts = DrawnTexts(figure.picture).texts
        #expect(
            texts.count { $0.content.hasPrefix("Samengenomen (k = \(count))") } == 2, "on the last sheet only"
        )
        let boxes = DrawnTexts(figure.picture).boxes
        #expect(boxes.allSatisfy { $0.height < 3_000 })
        // All sheets share one axis.
        let ticks = Set(texts.filter { $0.content == "+0,5" }.map(\.left))
        #expect(ticks.count <= 2)
    }

    @Test func aHeadingIsNeverLeftAloneAtTheFootOfASheet() {
        let rows =
            (0..<9).map { place in
                ForestRow(mark: place == 3 ? .heading : .study(area: 1), label: "\(place)")
            } + [ForestRow(mark: .diamond(isOverall: true), label: "m")]
        let sheets = ForestRow.sheets(rows, limit: 4)
        #expect(
            sheets.map { $0.map(\.label) } == [["0", "1", "2"], ["3", "4", "5", "6"], ["7", "8", "m"]])
        let whole = ForestRow.sheets(Array(rows[5...]), limit: 4)
        #expect(whole.map(\.count) == [5], "a mean stays with its studies")
    }

    @Test func theReadersOwnLineIsDrawnAndNamed() {
        let figure = SampleEvidence.groupedForest()
        #expect(wide(figure).all("line").count { $0["stroke"] == Colour.focus.hex } == 1)
        #expect(DrawnTexts(figure.picture).texts.contains { $0.content == "kleinste dat telt +0,10" })
    }

    @Test(
        arguments: [
            [0.0], [5, 5], [1e15, -1e15], [1e-300, 2e-300], [.infinity, 0.1], [.nan], [1e300, -1e300, 3],
            [709, 710], [-800, 3],
        ] as [[Double]])
    func extremeEstimatesNeverBreakThePlot(_ values: [Double]) {
        for scale in [EffectScale.linear, .logRatio] {
            let measure = EffectMeasure(name: "x", scale: scale)
            let figures = [
                Figure.forestPlot(
                    SampleEvidence.frame("f"), groups: [ForestGroup(studies: values.map { study($0, nil) })],
                    overall: ForestSummary(value: .value(values[0])), measure: measure),
                .funnelPlot(
                    SampleEvidence.frame("f"),
                    studies: values.map { FunnelStudy(label: "s", value: $0, standardError: abs($0)) },
                    mean: values[0], measure: measure, ground: .significanceContours),
                .bubblePlot(
                    SampleEvidence.frame("f"),
                    studies: values.map { BubbleStudy(label: "s", moderator: $0, value: $0, weight: $0) },
                    line: values.map { RegressionPoint(moderator: $0, value: $0) }, moderator: "m",
                    moderatorFormat: .number(), measure: measure),
                .goshPlot(
                    SampleEvidence.frame("f"),
                    subsets: (0..<300).map {
                        SubsetEstimate(value: values[$0 % values.count], i2Share: $0 == 0 ? .nan : 0.5)
                    },
                    measure: measure),
                .baujatPlot(
                    SampleEvidence.frame("f"),
                    studies: values.map { BaujatStudy(label: "s", contribution: $0, influence: $0) }),
                .varianceEstimators(
                    SampleEvidence.frame("f"),
                    estimates: values.map {
                        VarianceEstimate(estimator: "e", tau2: .value($0), value: .value($0))
                    },
                    measure: measure),
            ]
            for figure in figures {
                #expect(XMLCheck(figure.html()).isWellFormed)
                // The class "mp-provenance" is no number.
                let html = figure.html().render().replacing("provenance", with: "")
                #expect(
                    !html.contains("nan") && !html.contains("inf,") && !html.contains(">inf"),
                    "\(figure.sentence)")
            }
        }
    }

    @Test func theMeanOfTheLastStepIsSaid() {
        #expect(
            SampleEvidence.cumulative().sentence.hasPrefix(
                "Gemiddelde van 0,37 na de eerste rij naar 0,49 na de laatste"))
        #expect(SampleEvidence.leaveOneOut().sentence.contains("opvallend: zonder TPT Madras"))
        let marked = XMLCheck(SampleEvidence.leaveOneOut().picture).all("path").count {
            $0["fill"] == Colour.focus.hex
        }
        #expect(marked == 2)
    }

    @Test func scalesPlaceTheirEndsAndTicks() {
        let scale = PlotScale(over: [0, 10], from: 0, to: 100, format: .number(), .dutch)
        #expect(scale.ticks == [0, 2, 4, 6, 8, 10])
        #expect(scale.place(5) == 50 && scale.place(99) == 100 && scale.extended(20) == 200)
        let ratios = PlotScale(
            over: [-2.4, 2.4], range: -2.4...2.4, from: 0, to: 100, scale: .logRatio, format: .number(),
            .dutch)
        #expect(ratios.names == ["0,1", "0,2", "0,5", "1", "2", "5", "10"])
        #expect(ratios.place(0) == 50)
    }

    @Test func wordsBreakBetweenThemAndLongOnesWithin() {
        #expect(Drawing.lines(of: "een twee drie", within: 80) == ["een twee", "drie"])
        #expect(
            Drawing.lines(of: "hottentottententententoonstelling", within: 90).allSatisfy { $0.count <= 10 })
        #expect(Drawing.lines(of: "", within: 90).isEmpty)
        #expect(Drawing.fitted("te lang voor hier", within: 50).hasSuffix("…"))
    }
}
