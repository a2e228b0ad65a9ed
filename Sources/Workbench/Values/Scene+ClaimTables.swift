import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

extension Scene {
    /// Every figure of a claim with interval and references, as numbers.
    func claimTable(_ claim: Claim) -> FigureTable? {
        guard let finding = finding(claim) else { return nil }
        let figures = finding.headlines + finding.others + finding.trend.figures
        guard !figures.isEmpty else { return nil }
        return figureTable(caption: "\(claim.rawValue) \(claim.title[language])", figures)
    }

    /// The measures of evenness with interval, chance and universe, as numbers.
    func evennessTable() -> FigureTable? {
        let rows = evenness.rows
        guard !rows.isEmpty else { return nil }
        let format = ValueFormat.number(decimals: 3)
        var table = figureTable(caption: Strings.Map.evenness[language], rows.map(\.figure))
        table = FigureTable(
            caption: table.caption, columns: table.columns + [Strings.Claims.byChance[language]],
            rows: zip(table.rows, rows).map { cells, row in
                cells + [row.expectedByChance.map { .number($0, format) } ?? .blank]
            }, language: language)
        return table
    }

    /// A table of `figures`: value, both ends of the interval, references, year.
    func figureTable(caption: String, _ figures: [LocalFigure]) -> FigureTable {
        let words = Strings.Claims.self
        return FigureTable(
            caption: caption,
            columns: [
                words.figure[language], words.value[language], words.lower[language], words.upper[language],
                Strings.municipality[language].capitalisedFirst, Strings.nation[language],
                Strings.year[language], words.areas[language],
            ],
            rows: figures.map { figure in
                let format = figure.unit.format
                let none = figure.uncertainty.reason?[language] ?? Strings.noMargin[language]
                let end = { (value: Double?) -> FigureTable.Cell in
                    value.map { .number($0, format) } ?? .missing(none)
                }
                return [
                    .text(figure.label[language]), .number(figure.value, format),
                    end(figure.uncertainty.lower), end(figure.uncertainty.upper), cell(figure.municipal),
                    cell(figure.national), .text(String(figure.year)),
                    .number(Double(figure.areas), .number()),
                ]
            }, language: language)
    }

    private func cell(_ reference: Reference) -> FigureTable.Cell {
        switch reference {
        case .value(_, let value, let unit, _): .number(value, unit.format)
        case .none(let reason): .missing(reason[language])
        }
    }
}
