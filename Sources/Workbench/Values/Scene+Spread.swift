import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

extension SpreadSubject {
    /// The word in an address.
    var word: String {
        switch self {
        case .income: "inkomen"
        case .tenure: "eigendom"
        case .type: "type"
        }
    }

    /// The name on the page.
    var name: BilingualText {
        switch self {
        case .income: BilingualText(nl: "Inkomensgroepen", en: "Income groups")
        case .tenure: BilingualText(nl: "Huur en koop", en: "Renting and owning")
        case .type: BilingualText(nl: "Soorten woningen", en: "Types of home")
        }
    }
}

extension Scene {
    /// How evenly each subject with figures is spread.
    var spread: [SpreadReport] {
        let settings = claimSettings
        return studio.memory.spread(.init(town: town.code, settings: settings)) {
            SpreadSubject.allCases.compactMap { SpreadReport.of(dataset, subject: $0, settings: settings) }
        }
    }

    /// The numbers behind a part of the page.
    func spreadTable(_ subject: SpreadSubject, _ part: SpreadPart) -> FigureTable? {
        guard let report = spread.first(where: { $0.subject == subject }) else { return nil }
        return switch part {
        case .measures: spreadTable(report, report.rows)
        case .scales: spreadParts(report)
        case .areas: spreadMap(report).table
        case .years: spreadTrend(report)?.table
        }
    }

    private func spreadTable(_ report: SpreadReport, _ rows: [SpreadReport.Row]) -> FigureTable? {
        guard !rows.isEmpty else { return nil }
        let words = Strings.Claims.self
        return FigureTable(
            caption: report.subject.name[language],
            columns: [
                words.figure, Strings.Spread.symbol, words.value, words.lower, words.upper, words.byChance,
                Strings.Spread.withoutChance, Strings.year, words.areas,
            ].map { $0[language] },
            rows: rows.map { row in
                let none = row.uncertainty.reason?[language] ?? Strings.noMargin[language]
                return [
                    .text(SpreadWords(report: report, language: language).title(row)),
                    .text(row.measure.symbol), index(row.value, none), index(row.uncertainty.lower, none),
                    index(row.uncertainty.upper, none),
                    index(row.expectedByChance, Strings.Spread.noChance[language]),
                    index(row.corrected, Strings.Spread.notCorrected[language]), .text(String(row.year)),
                    .number(Double(row.areas), .number()),
                ]
            }, language: language)
    }

    /// The parts of H by scale; nil at a scale without larger areas.
    func spreadParts(_ report: SpreadReport) -> FigureTable? {
        guard !report.parts.isEmpty else { return nil }
        return FigureTable(
            caption: "\(report.subject.name[language]): \(Strings.Spread.scales[language])",
            columns: Strings.Spread.scaleColumns.map { $0[language] },
            rows: report.parts.map { part in
                [
                    .text(Strings.Spread.part(part)[language]),
                    index(part.mutualInformation, ""), index(part.entropyIndex, ""),
                    .number(part.share, .percent()),
                ]
            }, language: language)
    }

    /// How far each area departs from the municipality.
    func spreadMap(_ report: SpreadReport) -> Figure {
        let format = ValueFormat.number(decimals: 2)
        let numbers = report.local.values.numbers.filter(\.isFinite)
        let areas = report.local.areas.enumerated().map { place, code in
            let value = report.local.values[place]
            return MapArea(
                id: code.rawValue, name: dataset.area(code)?.name ?? code.rawValue,
                value: value.number.map { .value($0) }
                    ?? .missing((value.reason ?? .notCollected).name[language]), href: profileHref(code))
        }
        let frame = FigureFrame(
            id: FigureKind.spread(report.subject, .areas).name,
            title: localFinding(report, numbers)[language],
            subtitle: Strings.Spread.localSubtitle(report.subject.name, report.level, report.year)[language],
            seen: Strings.Spread.localSeen(report.level)[language],
            notSaid: Strings.Spread.localNotSaid[language],
            source: sources(report.data), csvHref: csvHref(.spread(report.subject, .areas)),
            language: language,
            areaNoun: report.level.noun)
        return Figure.choropleth(
            frame, outlines: outlines(near: report.year) ?? MapOutlines([]), areas: areas,
            options: ChoroplethOptions(
                breaks: ClassBreaks.sequential(over: numbers, format: format), format: format,
                quantity: Strings.Spread.departure[language], colours: .sequential(.violet),
                selected: selection.map { [$0.code.rawValue] } ?? [],
                showsDistricts: report.level == .neighbourhood))
    }

    private func localFinding(_ report: SpreadReport, _ numbers: [Double]) -> BilingualText {
        let mean = report.local.municipalLevel ?? 0
        return Strings.Spread.localFinding(
            report.subject.name, numbers.count { $0 > mean }, numbers.count, report.level)
    }

    /// H and D through the years; nil with one year.
    func spreadTrend(_ report: SpreadReport) -> Figure? {
        let words = SpreadWords(report: report, language: language)
        let format = ValueFormat.number(decimals: 2)
        let panels = [SpreadReport.Measure.entropy, .dissimilarity].compactMap { measure -> Figure? in
            let rows = report.trend.filter { $0.measure == measure }
            guard rows.count > 1, let first = rows.first else { return nil }
            let title = words.title(first)
            return Figure.sparkline(
                FigureFrame(
                    id: "verloop-\(report.subject.word)-\(measure.rawValue)", title: title, subtitle: "",
                    source: "", language: language, areaNoun: report.level.noun),
                points: rows.map { row in
                    TrendPoint(
                        year: row.year, value: .value(row.value),
                        interval: row.uncertainty.lower.flatMap { lower in
                            row.uncertainty.upper.map { lower...max(lower, $0) }
                        })
                }, options: SparklineOptions(format: format, quantity: Strings.Claims.value[language]))
        }
        guard !panels.isEmpty else { return nil }
        return Figure.smallMultiples(
            FigureFrame(
                id: FigureKind.spread(report.subject, .years).name,
                title: "\(report.subject.name[language]): \(Strings.Claims.trend[language].lowercased())",
                subtitle: Strings.Spread.trendHint[language], source: sources(report.data),
                csvHref: csvHref(.spread(report.subject, .years)), language: language), panels: panels)
    }
}
