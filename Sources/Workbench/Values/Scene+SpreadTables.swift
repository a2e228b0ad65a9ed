import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

extension Scene {
    /// Measures with everything that is needed to judge and repeat them; nil without any.
    func measureTable(_ report: SpreadReport, _ rows: [SpreadReport.Row]) -> FigureTable? {
        guard !rows.isEmpty else { return nil }
        let words = Strings.Claims.self
        let spread = Strings.Spread.self
        let things = SpreadWords(report: report, language: language)
        let draws = spread.parameters(report.draws, report.seed)[language]
        return FigureTable(
            caption: report.subject.name[language],
            columns: [
                words.figure[language], spread.symbol[language], words.value[language],
                words.lower[language], words.upper[language], words.byChance[language],
                words.corrected[language], words.correctedLower[language], words.correctedUpper[language],
                spread.bias[language], words.areas[language], things.counted, spread.scale[language],
                Strings.year[language], spread.parameter[language],
            ],
            rows: rows.map { row in
                let none = row.uncertainty.reason?[language] ?? Strings.noMargin[language]
                return [
                    .text(things.title(row)), .text(row.measure.symbol), index(row.value, none),
                    index(row.uncertainty.lower, none), index(row.uncertainty.upper, none),
                ] + chanceCells(row.chance, .number(decimals: 3)) + [
                    row.bias.map { .number($0, .number(decimals: 4, isSigned: true)) } ?? .missing(none),
                    .number(Double(row.areas), .number()), .number(row.counted, .number()),
                    .text(report.level.one[language]), .text(String(row.year)), .text(draws),
                ]
            }, language: language)
    }

    /// The parts of H by scale; nil at a scale without larger areas.
    func spreadParts(_ report: SpreadReport) -> FigureTable? {
        guard !report.parts.isEmpty else { return nil }
        return partTable(report.parts, report.subject.name[language])
    }

    /// The parts of H in a region.
    func regionTable(_ report: SpreadReport, _ region: RegionSpread) -> FigureTable {
        partTable(region.parts, report.subject.name[language])
    }

    private func partTable(_ parts: [SpreadReport.Part], _ subject: String) -> FigureTable {
        FigureTable(
            caption: "\(subject): \(Strings.Spread.scales[language])",
            columns: Strings.Spread.scaleColumns.map { $0[language] },
            rows: parts.map { part in
                [
                    .text(Strings.Spread.part(part)[language]),
                    index(part.mutualInformation, ""), index(part.entropyIndex, ""),
                    .number(part.share, .percent()),
                ]
            }, language: language)
    }

    /// What every area adds, in the order of the codes.
    func areaTable(_ report: SpreadReport, caption: String) -> FigureTable {
        let words = Strings.Spread.self
        return FigureTable(
            caption: caption,
            columns: [
                report.level.one[language].capitalisedFirst, words.code[language], words.departure[language],
                words.expectedDeparture[language], words.size[language], words.contribution[language],
                words.variety[language], words.expectedVariety[language],
            ],
            rows: report.areas.map { area in
                [
                    .link(
                        dataset.area(area.code)?.name ?? area.code.rawValue, href: profileHref(area.code)),
                    .text(area.code.rawValue), cell(area.departure, .number(decimals: 3)),
                    cell(area.expectedDeparture, .number(decimals: 4)),
                    cell(area.size, .percent(decimals: 1)), cell(area.contribution, .percent(decimals: 1)),
                    cell(area.variety, .number(decimals: 2)),
                    cell(area.expectedVariety, .number(decimals: 2)),
                ]
            }, language: language)
    }

    /// How near facilities are to whom.
    func exposureTable() -> FigureTable? {
        guard let exposure else { return nil }
        let words = Strings.Spread.self
        let group = VariableCatalogue.variable(exposure.group)?.name[language] ?? exposure.group.rawValue
        let format = ValueFormat.number(decimals: 2)
        // Metres: a margin that ends just before zero must not read as zero.
        let change = ValueFormat.number(decimals: 3, isSigned: true)
        return FigureTable(
            caption: words.exposureTitle[language],
            columns: [
                words.facility[language], "‘\(group)’ (km)", words.others[language],
                words.everyone[language], words.difference[language], Strings.Claims.lower[language],
                Strings.Claims.upper[language], Strings.year[language], Strings.Claims.areas[language],
            ],
            rows: exposure.rows.map { row in
                let none = row.uncertainty.reason?[language] ?? Strings.noMargin[language]
                let end = { (value: Double?) -> FigureTable.Cell in
                    value.map { .number($0, change) } ?? .missing(none)
                }
                return [
                    .text(VariableCatalogue.variable(row.variable)?.name[language] ?? row.variable.rawValue),
                    .number(row.group, format), .number(row.others, format), .number(row.all, format),
                    .number(row.difference, change), end(row.uncertainty.lower), end(row.uncertainty.upper),
                    .text(String(row.year)), .number(Double(row.areas), .number()),
                ]
            }, language: language)
    }
}
