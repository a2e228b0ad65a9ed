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

    /// The measures of evenness with symbol, interval and chance, as numbers. They are of one municipality and cannot
    /// be compared with another, so there are no columns to compare with.
    func evennessTable() -> FigureTable? {
        let rows = evenness.rows
        guard !rows.isEmpty else { return nil }
        let words = Strings.Claims.self
        return FigureTable(
            caption: Strings.Map.evenness[language],
            columns: [
                words.figure, Strings.Spread.symbol, words.value, words.lower, words.upper, words.byChance,
                words.corrected, words.correctedLower, words.correctedUpper, Strings.year, words.areas,
            ].map { $0[language] },
            rows: rows.map { row in
                let figure = row.figure
                let none = figure.uncertainty.reason?[language] ?? Strings.noMargin[language]
                return [
                    .text(figure.label[language]), .text(row.symbol), index(figure.value, none),
                    index(figure.uncertainty.lower, none), index(figure.uncertainty.upper, none),
                ] + chanceCells(figure.chance, .number(decimals: 3)) + [
                    .text(String(figure.year)),
                    .number(Double(figure.areas), .number()),
                ]
            }, language: language)
    }

    /// A measure between 0 and 1, or why there is none.
    func index(_ value: Double?, _ reason: String) -> FigureTable.Cell {
        value.map { .number($0, .number(decimals: 3)) } ?? .missing(reason)
    }

    /// What chance alone gives, the value without it and both ends of its interval; or why there is none.
    func chanceCells(_ chance: ChancePart?, _ format: ValueFormat) -> [FigureTable.Cell] {
        guard let chance else {
            return [.missing(Strings.Spread.noChance[language])]
                + Array(repeating: .missing(Strings.Spread.notApplicable[language]), count: 3)
        }
        let expected = FigureTable.Cell.number(chance.expected, format)
        guard let corrected = chance.corrected else {
            return [expected, .missing(Strings.Spread.notCorrected[language])]
                + Array(repeating: .missing(Strings.Spread.notApplicable[language]), count: 2)
        }
        let none = corrected.uncertainty.reason?[language] ?? Strings.noMargin[language]
        let end = { (value: Double?) -> FigureTable.Cell in
            value.map { .number($0, format) } ?? .missing(none)
        }
        return [
            expected, .number(corrected.value, format), end(corrected.uncertainty.lower),
            end(corrected.uncertainty.upper),
        ]
    }

    /// A table of `figures`: value, both ends of the interval, references, year; and the part of chance where any of
    /// them has one.
    func figureTable(caption: String, _ figures: [LocalFigure]) -> FigureTable {
        let words = Strings.Claims.self
        let hasChance = figures.contains { $0.chance != nil }
        let columns =
            [
                words.figure[language], words.value[language], words.lower[language], words.upper[language],
                Strings.municipality[language].capitalisedFirst, Strings.nation[language],
                Strings.year[language], words.areas[language],
            ]
            + (hasChance
                ? [words.byChance, words.corrected, words.correctedLower, words.correctedUpper].map {
                    $0[language]
                } : [])
        return FigureTable(
            caption: caption, columns: columns,
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
                ] + (!hasChance ? [] : figure.chance == nil ? noChance : chanceCells(figure.chance, format))
            }, language: language)
    }

    private var noChance: [FigureTable.Cell] {
        [.missing(Strings.Claims.noChance[language])]
            + Array(repeating: .missing(Strings.Spread.notApplicable[language]), count: 3)
    }

    private func cell(_ reference: Reference) -> FigureTable.Cell {
        switch reference {
        case .value(_, let value, let unit, _): .number(value, unit.format)
        case .none(let reason): .missing(reason[language])
        }
    }
}
