import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

extension Scene {
    /// All parts of a change are written as a share of M in the first year, so that they can be read together.
    private static let format = ValueFormat(
        isShare: true, decimals: 1, suffix: BilingualText(same: "%"), isSigned: true)

    /// The causes of a change as bars.
    func changeFigure(_ report: SpreadReport, _ change: SpreadChange) -> Figure {
        let words = SpreadWords(report: report, language: language)
        let whole = change.before.mutualInformation
        var figure = Figure.deviationBars(
            FigureFrame(
                id: FigureKind.spread(report.subject, .change).name, title: words.changeFinding(change),
                subtitle: Strings.Spread.changeSubtitle(change.before.year, change.after.year)[language],
                seen: Strings.Spread.changeSeen[language], notSaid: words.changeNotSaid(change),
                provenance: provenance(of: change.data), csvHref: csvHref(.spread(report.subject, .change)),
                language: language, areaNoun: report.level.noun),
            bars: change.parts.filter { words.isThere($0, in: change) }.map { part in
                DeviationBar(
                    label: words.cause(part.cause), value: .value(part.value / whole),
                    interval: Self.interval(part.uncertainty, over: whole))
            }, format: Self.format, quantity: Strings.Spread.partOfChange[language])
        figure.legend =
            Legend([
                .init(.fill(Palette.diverging[1]), Strings.Spread.moreEven[language]),
                .init(.fill(Palette.diverging[5]), Strings.Spread.lessEven[language]),
                .init(.fill(Palette.neutral), Strings.Spread.notSure[language]),
                .init(.line(.ink), Strings.Spread.marginOfPart[language]),
            ]).html(language)
        figure.table = changeTable(report, change)
        return figure
    }

    private static func interval(_ uncertainty: Uncertainty, over whole: Double) -> ClosedRange<Double>? {
        guard let lower = uncertainty.lower, let upper = uncertainty.upper else { return nil }
        return lower / whole...max(lower, upper) / whole
    }

    /// Both ends, the difference and every cause, in nats and as a share of the first year.
    func changeTable(_ report: SpreadReport, _ change: SpreadChange) -> FigureTable {
        let words = SpreadWords(report: report, language: language)
        let spread = Strings.Spread.self
        let whole = change.before.mutualInformation
        let format = ValueFormat.number(decimals: 5, isSigned: true)
        let years = "\(change.before.year)–\(change.after.year)"
        func row(_ name: String, _ value: Double, _ uncertainty: Uncertainty) -> [FigureTable.Cell] {
            let none = uncertainty.reason?[language] ?? Strings.noMargin[language]
            let end = { (value: Double?) -> FigureTable.Cell in
                value.map { .number($0, format) } ?? .missing(none)
            }
            return [
                .text(name), .number(value, format), end(uncertainty.lower), end(uncertainty.upper),
                .number(value / whole, Self.format), .text(years),
                .number(Double(change.commonAreas), .number()),
            ]
        }
        let ends = [change.before, change.after].map { end -> [FigureTable.Cell] in
            [
                .text(spread.unevenness(end.year)[language]),
                .number(end.mutualInformation, .number(decimals: 5)),
                .missing(spread.endMargin[language]), .missing(spread.endMargin[language]),
                .number(end.mutualInformation / whole, .percent(decimals: 1)), .text(String(end.year)),
                .number(Double(end.areas), .number()),
            ]
        }
        var rows = ends + [row(spread.difference[language], change.difference, change.uncertainty)]
        if let corrected = change.correctedDifference {
            rows.append(
                row(
                    spread.correctedDifference[language], corrected,
                    change.uncertainty.shifted(by: corrected - change.difference)))
        }
        rows += change.parts.map { row(words.cause($0.cause), $0.value, $0.uncertainty) }
        return FigureTable(
            caption: "\(report.subject.name[language]): \(spread.changeTitle[language])",
            columns: [
                spread.part[language], spread.nats[language], Strings.Claims.lower[language],
                Strings.Claims.upper[language], spread.ofFirst(change.before.year)[language],
                Strings.year[language], Strings.Claims.areas[language],
            ], rows: rows, language: language)
    }

    /// What every area adds to the difference. The table keeps the order of the codes.
    func changeMap(_ report: SpreadReport, _ change: SpreadChange) -> Figure {
        let whole = change.before.mutualInformation
        let share = { (value: Value) -> Value in value.number.map { .known($0 / whole) } ?? value }
        let numbers = change.areas.compactMap(\.difference.number).map { $0 / whole }
        let areas = change.areas.map { area -> MapArea in
            MapArea(
                id: area.code.rawValue, name: dataset.area(area.code)?.name ?? area.code.rawValue,
                value: share(area.difference).number.map { .value($0) }
                    ?? .missing((area.difference.reason ?? .notCollected).name[language]),
                href: profileHref(area.code))
        }
        let spread = Strings.Spread.self
        let frame = FigureFrame(
            id: FigureKind.spread(report.subject, .changeAreas).name,
            title: spread.changeMapFinding(
                numbers.count { $0 > 0 }, numbers.count, report.level, change.before.year, change.after.year)[
                    language],
            subtitle: spread.changeMapSubtitle(change.before.year)[language],
            seen: spread.changeMapSeen(report.level)[language],
            notSaid: spread.changeMapNotSaid[language], provenance: provenance(of: change.data),
            csvHref: csvHref(.spread(report.subject, .changeAreas)), language: language,
            areaNoun: report.level.noun)
        var figure = Figure.choropleth(
            frame, outlines: outlines(near: change.after.year) ?? MapOutlines([]), areas: areas,
            options: ChoroplethOptions(
                breaks: ClassBreaks.diverging(over: numbers, format: Self.format), format: Self.format,
                quantity: spread.difference[language],
                selected: selection.map { [$0.code.rawValue] } ?? [],
                showsDistricts: report.level == .neighbourhood))
        let plain = ValueFormat.percent(decimals: 2)
        let signed = Self.format.withDecimals(2)
        figure.table = FigureTable(
            caption: frame.title,
            columns: [
                report.level.one[language].capitalisedFirst, spread.code[language],
                spread.contributionIn(change.before.year)[language],
                spread.contributionIn(change.after.year)[language], spread.difference[language],
                spread.bySize[language],
            ],
            rows: change.areas.map { area in
                [
                    .link(
                        dataset.area(area.code)?.name ?? area.code.rawValue, href: profileHref(area.code)),
                    .text(area.code.rawValue), cell(share(area.before), plain),
                    cell(share(area.after), plain), cell(share(area.difference), signed),
                    cell(share(area.bySize), signed),
                ]
            }, language: language)
        return figure
    }
}

extension Uncertainty {
    /// The same interval moved along the scale.
    func shifted(by step: Double) -> Uncertainty {
        guard let lower, let upper else { return self }
        return .interval(lower: lower + step, upper: upper + step)
    }
}
