import Bilingual
import Testing

@testable import Figures

@Test(arguments: Language.allCases)
func everyFigureIsWellFormedAndEveryPictureScales(_ language: Language) {
    for figure in SampleFigures.all(language) + SampleFigures.empty {
        for detail in [Figure.Detail.full, .printed, .compact] {
            let check = XMLCheck(figure.html(detail))
            #expect(check.isWellFormed, "\(figure.frame.id)")
            for picture in check.all("svg") {
                let box = (picture["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
                #expect(box.count == 4 && box[2] > 0 && box[3] > 0, "\(figure.frame.id)")
            }
            #expect(check.all("table").count == 1)
            #expect(check.all("figcaption").count == 1)
        }
    }
}

@Test func everyPictureSaysInASentenceWhatItShows() {
    for figure in SampleFigures.all(.dutch) where figure.frame.id != "reeks" {
        let picture = XMLCheck(figure.picture).all("svg").first
        #expect(picture?["aria-label"] == figure.sentence)
        #expect(figure.sentence.hasSuffix("."))
        let hasLinks = !XMLCheck(figure.picture).all("a").isEmpty
        #expect(
            picture?["role"] == (hasLinks ? "group" : "img"), "links inside an image are hidden from readers")
    }
}

@Test func picturesCarryNoStyleAttributesAndNoScript() {
    for figure in SampleFigures.all(.english) {
        let check = XMLCheck(figure.html())
        #expect(
            check.elements.allSatisfy { $0.attributes["style"] == nil && $0.attributes["onclick"] == nil })
        #expect(check.all("script").isEmpty)
    }
}

@Test func sentencesAreTheseInDutch() {
    #expect(
        SampleFigures.map().sentence
            == "Kaart van 3 buurten: waarden van 11% tot 39%, 1 geheim of geen cijfer. Gekozen: Aa & Bee 39%."
    )
    #expect(
        SampleFigures.differenceMap().sentence
            == "Kaart van 3 buurten: waarden van −4,0 %-punt tot +1,0 %-punt, 1 binnen de ruis, 1 geheim of geen cijfer."
    )
    #expect(
        SampleFigures.strip().sentence
            == "Verdeling van 3 buurten, 1 geheim of geen cijfer: Aa & Bee 39%; gemeente 21%; Nederland 40%.")
    #expect(SampleFigures.trend().sentence == "Laag inkomen: van 30% in 2013 naar 36% in 2016.")
}

@Test func theMapLinksItsAreasForKeyboardAndMouse() {
    let links = XMLCheck(SampleFigures.map().picture).all("a")
    #expect(links.map { $0["data-id"] } == ["a", "b", "c"])
    #expect(links.map { $0["tabindex"] } == ["0", "-1", "-1"])
    #expect(links.map { $0["data-neighbours"] } == ["b", "a c", "b"])
    #expect(links[2]["aria-label"] == "'t Ven: minder dan 100 huishoudens")
    #expect(links[0]["href"] == "/buurt/a?x=1&y=2")
    let unchosen = XMLCheck(SampleFigures.map(selected: []).picture).all("a")
    #expect(unchosen.first?["tabindex"] == "0", "there is always one way in")
}

@Test func aMissingAreaIsHatchedAndTheChosenOneOutlinedInPaperAndInk() {
    let check = XMLCheck(SampleFigures.map().picture)
    #expect(check.all("pattern").first?["id"] == "kaart-hatch")
    #expect(check.all("path").count { $0["fill"] == "url(#kaart-hatch)" } == 1)
    let outline = check.all("path").filter { $0["vector-effect"] == "non-scaling-stroke" }
    #expect(outline.map { $0["stroke-width"] } == ["6", "3"])
    #expect(outline.map { $0["stroke"] } == ["#FFFFFF", "#14232B"])
}

@Test func theKeyCountsTheAreasOfEveryClass() {
    let text = XMLCheck(SampleFigures.map().legend).text
    #expect(
        text.contains("< 12% (1)12–20 (0)20–28 (0)28–36 (0)≥ 36% (1)geheim of geen cijfer (1)"), "\(text)")
    #expect(XMLCheck(SampleFigures.differenceMap().legend).text.contains("binnen de ruis (1)"))
}

@Test func areasThatAreNotDrawnAreCountedAndStayInTheTable() {
    let figure = Figure.choropleth(
        SampleFigures.frame("kern"), outlines: SampleFigures.outlines,
        areas: SampleFigures.areas + [MapArea(id: "ver", name: "Ver", value: .value(0.2))],
        options: ChoroplethOptions(breaks: SampleFigures.breaks, format: .percent(), quantity: "x"))
    #expect(figure.sentence.hasSuffix("Niet op deze kaart, wel in de tabel: 1 buurt."))
    #expect(XMLCheck(figure.legend).text.hasSuffix("Niet op deze kaart, wel in de tabel: 1 buurt."))
    #expect(figure.table.rows.count == 4)
}

@Test func aDifferenceWithinTheNoiseIsNeutralAndOneBelowZeroOchre() {
    let fills = XMLCheck(SampleFigures.differenceMap().picture).all("path").compactMap { $0["fill"] }
    #expect(fills.prefix(3) == ["#C08A2E", "#F1F0EC", "url(#verschil-hatch)"])
}

@Test func aProfileNamesItsEndsAndKeepsTheReasonOfAMissingStep() {
    let figure = SampleFigures.profile()
    #expect(
        figure.sentence
            == "Laag <inkomen>: van 0,29 (buurt) naar 0,16 (12.800). Hoog: van 0,27 (buurt) naar 0,10 (12.800)."
    )
    #expect(figure.table.rows.count == 6)
    #expect(figure.table.rows[4][2] == .missing("geen cijfer"))
    #expect(figure.table.rows[2][3] == .missing("geen marge"))
    let picture = figure.picture.render()
    // Two lines, one whisker for each margin, and a mark of another shape for each line.
    #expect(picture.matches(of: #/<path /#).count == 2)
    #expect(picture.matches(of: #/stroke-width="1.5"/#).count == 2)
    #expect(picture.matches(of: #/<circle /#).count == 5)
}

@Test func aBrokenSeriesIsNotDrawnAsOneLine() {
    let lines = XMLCheck(SampleFigures.trend().picture).all("path")
    #expect(lines.isEmpty, "three stretches of one year each are dots")
}

@Test func theSameValuesGiveTheSameBytes() {
    for (one, other) in zip(SampleFigures.all(.dutch), SampleFigures.all(.dutch)) {
        #expect(one.html().renderBytes() == other.html().renderBytes())
    }
}

@Test func theSparklineIsDrawnExactlyLikeThis() {
    let figure = Figure.sparkline(
        FigureFrame(id: "t", title: "Huur", subtitle: "", source: "", language: .dutch),
        points: [TrendPoint(year: 2018, value: .value(0.4)), TrendPoint(year: 2022, value: .value(0.5))],
        options: SparklineOptions(format: .percent(), quantity: "Huur"))
    #expect(
        figure.picture.render() == """
            <svg xmlns="http://www.w3.org/2000/svg" class="mp-svg mp-spark" viewBox="0 0 240 98" width="100%" \
            role="img" aria-label="Huur: van 40% in 2018 naar 50% in 2022." \
            font-family="Open Sans, system-ui, Segoe UI, Roboto, sans-serif" font-size="14" fill="#14232B">\
            <line x1="4" y1="79" x2="204.8" y2="79" stroke="#D5DBD8" stroke-width="1"/>\
            <path d="M8 74l192.8-50" fill="none" stroke="#2F8189" stroke-width="2.5" stroke-linejoin="round"/>\
            <circle cx="200.8" cy="24" r="4" fill="#14232B"/>\
            <text x="208.8" y="29" font-weight="700" aria-hidden="true">50%</text>\
            <circle cx="8" cy="74" r="3" fill="#2F8189"/>\
            <text x="4" y="65" fill="#4A5B65" aria-hidden="true">40%</text>\
            <text x="4" y="94" fill="#4A5B65" aria-hidden="true">2018</text>\
            <text x="204.8" y="94" text-anchor="end" fill="#4A5B65" aria-hidden="true">2022</text></svg>
            """)
}

@Test func theMapOfThreeSquaresIsDrawnExactlyLikeThis() {
    let figure = Figure.choropleth(
        FigureFrame(id: "k", title: "Kaart", subtitle: "", source: "", language: .english),
        outlines: SampleFigures.outlines, areas: [MapArea(id: "a", name: "A", value: .value(0.15))],
        options: ChoroplethOptions(breaks: SampleFigures.breaks, format: .percent(), quantity: "x"))
    #expect(
        figure.picture.render().hasSuffix(
            """
            <g class="mp-areas" stroke="#FFFFFF" stroke-width="1.2" fill-rule="evenodd" stroke-linejoin="round">\
            <path d="M242 242l236 0 0-236-236 0Z" fill="url(#k-hatch)"/>\
            <path d="M478 242l236 0 0-236-236 0Z" fill="url(#k-hatch)"/>\
            <path d="M242 242l0-236-236 0 0 236Z" fill="#B5D5CD"/></g>\
            <path d="M242 242l-236 0 0-236 236 0M242 242l236 0M242 6l236 0M478 242l236 0 0-236-236 0" fill="none" \
            stroke="#5F717B" stroke-width="1.5" stroke-linejoin="round" pointer-events="none"/></svg>
            """), "\(figure.picture.render())")
}

@Test func seventeenOfTwentyIsCountedFromTheDots() throws {
    let figure = try #require(SampleFigures.all(.dutch).first { $0.frame.id == "stippen" })
    #expect(
        figure.sentence
            == "20 even waarschijnlijke uitkomsten van woningen, van 0 tot 19; 17 van de 20 lager.")
    let dots = XMLCheck(figure.picture).all("circle")
    #expect(dots.count { $0["fill"] == Palette.bar.hex } == 17)
    #expect(dots.count { $0["fill"] == "#FFFFFF" } == 3)
    // The line of the limit divides the dots on the page as it does in the numbers.
    let limit = try #require(XMLCheck(figure.picture).all("line").first.flatMap { Double($0["x1"] ?? "") })
    for dot in dots {
        let x = try #require(Double(dot["cx"] ?? ""))
        #expect((x < limit) == (dot["fill"] == Palette.bar.hex))
    }
}

@Test func theLetterSizeIsAtLeastTwelvePixelsOnASmallPhone() throws {
    for figure in SampleFigures.all(.dutch) {
        for picture in XMLCheck(figure.picture).all("svg") {
            let width = try #require(
                (picture["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }.dropFirst(2).first)
            let size = try #require(Double(picture["font-size"] ?? ""))
            #expect(size * 288 / width >= 12)
        }
    }
}

@Test func anIdFitForAPageIsMadeOfAnyText() {
    let frame = FigureFrame(id: "BU 05/99\"é", title: "", subtitle: "", source: "", language: .dutch)
    #expect(frame.id == "BU-05-99--")
}

@Test func aMapCallsItsAreasWhatTheyAre() {
    let frame = FigureFrame(
        id: "k", title: "t", subtitle: "s", source: "b", language: .dutch,
        areaNoun: AreaNoun(
            one: BilingualText(nl: "wijk", en: "district"), many: BilingualText(nl: "wijken", en: "districts")
        ))
    let format = ValueFormat.percent()
    let map = Figure.choropleth(
        frame, outlines: MapOutlines([]), areas: [MapArea(id: "A", name: "A", value: .value(0.5))],
        options: ChoroplethOptions(
            breaks: ClassBreaks.sequential(over: [0.5], format: format), format: format, quantity: "q"))
    #expect(map.sentence.hasPrefix("Kaart van 1 wijk"))
    #expect(map.legend.render().contains("aantal wijken"))
    #expect(map.table.columns.first == "Wijk")
    #expect(!map.html().render().contains("buurt"))
}
