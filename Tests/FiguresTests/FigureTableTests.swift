import Bilingual
import Testing

@testable import Figures

private let table = FigureTable(
    caption: "Laag inkomen", columns: ["Buurt", "Aandeel", "Marge, laag"],
    rows: [
        [
            .link("Kastanjehof", href: "/buurt/1?a=1&b=2"), .number(0.384, .percent()),
            .number(0.36, .percent()),
        ],
        [.text("De \"Oever\", oost"), .missing("onderdrukt door CBS")],
        [.text("=1+1"), .number(-1234.5, .number(decimals: 1)), .blank, .text("past de rand")],
    ], language: .dutch)

@Test func csvIsForMachinesWithAPointACommaAndAReasonBesideWhatIsMissing() {
    #expect(
        table.csv() == "Buurt,Aandeel,Aandeel (reden ontbreekt),\"Marge, laag\"\r\n"
            + "Kastanjehof,0.384,,0.36\r\n"
            + "\"De \"\"Oever\"\", oost\",,onderdrukt door CBS,\r\n"
            + "'=1+1,-1234.5,,\r\n")
}

@Test func everyRowAndColumnOfTheTableHasAHeader() {
    let check = XMLCheck(table.html())
    #expect(check.isWellFormed)
    #expect(check.all("th").count { $0["scope"] == "col" } == 3)
    #expect(check.all("th").count { $0["scope"] == "row" } == 3)
    #expect(check.all("caption").count == 1)
    #expect(check.all("a").first?["href"] == "/buurt/1?a=1&b=2")
}

@Test func aMissingValueIsNamedAndNeverZero() {
    let html = table.html().render()
    #expect(html.contains("<td class=\"mp-missing\">onderdrukt door CBS</td>"))
    #expect(html.contains("<td class=\"mp-number\">38%</td>"))
    #expect(html.contains("−1.234,5"))
    #expect(!html.contains(">0<"))
}

@Test func rowsAreMadeRectangular() {
    #expect(table.rows.map(\.count) == [3, 3, 3])
}

@Test func valuesAreWrittenInTheReadersLanguage() {
    #expect(ValueFormat.percent(decimals: 1).text(0.384, .dutch) == "38,4%")
    #expect(ValueFormat.percentagePoints().text(0.031, .dutch) == "+3,1 %-punt")
    #expect(ValueFormat.percentagePoints().text(-0.031, .english) == "−3.1 pp")
    #expect(ValueFormat.euro().text(84_000, .dutch) == "€ 84.000")
    #expect(ValueFormat.number(unit: BilingualText(same: "km")).text(12, .english) == "12 km")
    #expect(ValueFormat.percent().interval(0.19, 0.23, .dutch) == "19–23%")
    #expect(ValueFormat.percentagePoints().interval(-0.01, 0.02, .dutch) == "−1,0 tot +2,0 %-punt")
    #expect(ValueFormat.percent().text(.nan, .dutch) == "–")
}
